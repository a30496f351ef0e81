using PairSettle.Credentials;

namespace PairSettle.Records.Verification;

/// <summary>Reads the signed messages of one edition of ISO 15118.</summary>
internal interface IIsoEvidenceReader
{
    /// <summary>Reads one message and verifies its signature, or answers null when it is not a message that a vehicle signs.</summary>
    IsoEvidence? Read(ReadOnlyMemory<byte> exi, Certificate contract);
}
