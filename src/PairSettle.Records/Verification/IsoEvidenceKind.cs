namespace PairSettle.Records.Verification;

/// <summary>The ISO 15118 messages that a vehicle signs with its contract key.</summary>
internal enum IsoEvidenceKind
{
    Authorisation,
    MeteringReceipt,
}
