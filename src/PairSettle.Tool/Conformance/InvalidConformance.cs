using System.Globalization;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// The rules by which a damaged stream of <c>conform invalid</c> passes. Only what is expected to be accepted may be: surplus
/// octets, values that break the schema, and what EXI leaves to the decoder (<c>docs/formats/exi-errors.md</c>) are refused.
/// </summary>
internal static class InvalidConformance
{
    private const int LastCodePoint = 0x10FFFF;

    public static Outcome Check(Vector vector)
    {
        if (vector.Schema is null || vector.ExiHex is null || vector.Expected is null)
        {
            return Outcome.Of("the line lacks schema, exi_hex or expected");
        }

        if (MessageSets.Find(vector.Schema)?.Codec is not { } codec)
        {
            return Outcome.Of($"no codec for the schema {vector.Schema}");
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        var isAccepted = codec.TryDecodeToXml(octets, vector.IsFragment, out var xml, out var error);
        switch (vector.Expected)
        {
            case "accept" when isAccepted:
                return Outcome.Of(Difference(vector, xml!));
            case "accept":
                return Refused(codec, octets, vector, error);
            case "policy" when IsAdmittedDepth(vector):
                return Outcome.Of(
                    isAccepted ? Difference(vector, xml!) : $"refused, though elements may nest that deep: {error}",
                    "policy: elements may nest as deep as the limits say (docs/formats/exi-errors.md)");
            case "reject" or "reject-or-report-surplus" or "reject-or-deliver-schema-invalid" or "policy":
                return Outcome.Of(isAccepted ? $"accepted, though expected to be refused ({vector.Mutation}: {vector.Expected})" : null);
            default:
                return Outcome.Of($"'{vector.Expected}' is no verdict");
        }
    }

    /// <summary>A refusal where the line expects the stream to be accepted.</summary>
    private static Outcome Refused(ExiCodec codec, byte[] octets, Vector vector, ExiError error) => error.Fault switch
    {
        _ when vector.OracleXml is { Length: 0 } => Outcome.By($"what the oracle accepts here has no element, so it is no document (EXI 8.5.1): {error.Code}"),
        ExiFault.NonCanonicalInteger => Tolerated(codec, octets, vector, error, ExiTolerance.LongIntegers),
        ExiFault.NonZeroPadding => Tolerated(codec, octets, vector, error, ExiTolerance.Padding),
        ExiFault.InvalidCharacter when IsBeyondUnicode(octets, error.BitOffset) =>
            Outcome.By($"a number that Unicode does not have cannot stand for a character (EXI 7.1.10): {error.Code}"),
        _ => Outcome.Of($"refused, though expected to be accepted ({vector.Mutation}): {error}"),
    };

    /// <summary>What a rule of this codec alone refuses is accepted once that rule, and no other, is lifted.</summary>
    private static Outcome Tolerated(ExiCodec codec, byte[] octets, Vector vector, ExiError refusal, ExiTolerance rule)
    {
        var limits = ExiLimits.Default with { Tolerance = rule };
        return Outcome.Of(
            codec.TryDecodeToXml(octets, vector.IsFragment, out var xml, out var error, limits)
                ? Difference(vector, xml)
                : $"refused, though expected to be accepted ({vector.Mutation}): {error}",
            $"refused with {refusal.Code} by default, accepted where ExiTolerance.{rule} is granted (docs/formats/exi-errors.md)");
    }

    private static string? Difference(Vector vector, string xml) =>
        vector.OracleXml is not null && Infoset.Difference(vector.OracleXml, xml) is { } difference ? $"infoset: {difference}" : null;

    private static bool IsAdmittedDepth(Vector vector) =>
        vector.Mutation == "deep-nesting"
        && int.TryParse(vector.Note, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth <= ExiLimits.Default.MaxDepth;

    /// <summary>Whether the unsigned integer at a bit offset is larger than any code point.</summary>
    private static bool IsBeyondUnicode(byte[] octets, int bitOffset)
    {
        var source = new BitSource(octets, ExiLimits.Default);
        for (var left = bitOffset; left > 0; left -= 8)
        {
            _ = source.ReadBits(int.Min(left, 8));
        }

        return source.ReadUnsigned(out var number) is not null || number > LastCodePoint;
    }
}
