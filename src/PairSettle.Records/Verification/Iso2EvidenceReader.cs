using PairSettle.Credentials;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Records.Verification;

/// <summary>Reads what is signed in ISO 15118-2: authorisations and metering receipts by the contract, tariffs by its issuer.</summary>
internal sealed class Iso2EvidenceReader : IIsoEvidenceReader
{
    public IsoEvidence? Read(ReadOnlyMemory<byte> exi, Certificate contract, Certificate? issuer)
    {
        if (!V2G_Message.TryDecode(exi.Span, out var message, out _))
        {
            return null;
        }

        var signature = message.Header.Signature;
        switch (message.Body.BodyElement)
        {
            case AuthorizationReq authorization:
                return new()
                {
                    Kind = IsoEvidenceKind.Authorisation,
                    SignatureValid = XmlSignatureVerifier.Verify(signature, SignedElement.Of(authorization), contract).IsValid,
                    Challenge = authorization.GenChallenge?.Memory ?? default,
                };
            case MeteringReceiptReq receipt:
                return new()
                {
                    Kind = IsoEvidenceKind.MeteringReceipt,
                    SignatureValid = XmlSignatureVerifier.Verify(signature, SignedElement.Of(receipt), contract).IsValid,
                    SessionId = receipt.SessionID.Memory,
                    MeterId = receipt.MeterInfo.MeterID,
                    MeterReadingWh = receipt.MeterInfo.MeterReading,
                };
            case ChargeParameterDiscoveryRes { SASchedules: SAScheduleListType schedules } when SignedElement.TariffsOf(schedules) is { Count: > 0 } tariffs:
                return new()
                {
                    Kind = IsoEvidenceKind.SalesTariff,
                    SignatureValid = issuer is null ? null : XmlSignatureVerifier.Verify(signature, tariffs, issuer).IsValid,
                };
            default:
                return null;
        }
    }
}
