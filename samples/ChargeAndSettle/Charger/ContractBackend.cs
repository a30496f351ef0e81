using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;

namespace PairSettle.Samples.ChargeAndSettle.Charger;

/// <summary>Answers the charger's questions from what it has on board; nobody is asked.</summary>
internal sealed class ContractBackend(TrustStore anchors, RevocationEvidence evidence, ReceiptRecorder receipts) : ISeccBackend
{
    public ValueTask<ContractVerdict> VerifyContractAsync(
        string eMAID, CertificateChainType chain, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var verdict = ContractChains.Judge(eMAID, chain, at, anchors, evidence, ChainPolicy.Default, out var verified);
        receipts.Contract(verified);
        return new(verdict);
    }

    public ValueTask<ExiBytes?> ProvideChallengeAsync(CancellationToken cancellationToken) => new(receipts.Challenge());
}
