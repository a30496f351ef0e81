using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Settlement;

/// <summary>Checks what a meter itself says about a statement.</summary>
internal static class MeterAttestations
{
    /// <summary>
    /// A meter whose key is declared signs every statement, or attests it in a format of its own that travels with it; a meter without a
    /// declared key owes nothing.
    /// </summary>
    public static bool IsRight(MeterStatement statement, ExiBytes key, ExiList<ExiBytes> attached) => statement.Attestation switch
    {
        MeterAttestation.Attached attestation => ((IEnumerable<ExiBytes>)attached).Any(octets => Digest.Of(octets.Span) == attestation.Hash),
        MeterAttestation.Signature signature => key.Length == 0 || MeterSignature.IsRight(statement, key.Span, signature.Value.Span),
        _ => key.Length == 0,
    };
}
