using PairSettle.Credentials;

namespace PairSettle.Records.Verification;

/// <summary>Reads the signed messages of one edition of ISO 15118.</summary>
internal interface IIsoEvidenceReader
{
    /// <summary>Reads one message and verifies its signature.</summary>
    /// <param name="exi">The message with its header, without a transport header.</param>
    /// <param name="contract">The contract's certificate.</param>
    /// <param name="issuer">The certificate that issued it; null where it is not attached.</param>
    /// <returns>What it says, or null when it is not a message that carries a signature of use.</returns>
    IsoEvidence? Read(ReadOnlyMemory<byte> exi, Certificate contract, Certificate? issuer);
}
