using PairSettle.Exi;

namespace PairSettle.Tool.Conformance;

/// <summary>The rules by which one vector line passes.</summary>
internal static class ExiConformance
{
    /// <summary>
    /// A vector of <c>conform exi</c>: both octet forms decode to the infoset of the XML, and the XML encodes to them.
    /// </summary>
    /// <returns>Why the line fails, or null.</returns>
    public static string? Check(Vector vector)
    {
        if (vector.Schema is null || vector.ExiHex is null || vector.Xml is null)
        {
            return "the line lacks schema, exi_hex or xml";
        }

        if (MessageSets.Find(vector.Schema)?.Codec is not { } codec)
        {
            return $"no codec for the schema {vector.Schema}";
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        if (vector.Typed == "reject-abstract")
        {
            return codec.TryDecodeToXml(octets, vector.IsFragment, out _, out var refusal) ? "accepted an instance of an abstract element"
                : refusal.Fault != ExiFault.AbstractElement ? $"not refused as abstract: {refusal}"
                : null;
        }

        return Decodes(codec, octets, vector) ?? (vector.Has("decode-only") ? null : Encodes(codec, octets, vector, ExiStringTableMode.Misses))
            ?? WithHits(codec, vector);
    }

    /// <summary>
    /// A damaged stream of <c>conform invalid</c>. Only what is expected to be accepted may be: surplus octets, values that
    /// break the schema, and what EXI leaves to the decoder (<c>docs/formats/exi-errors.md</c>) are refused here.
    /// </summary>
    /// <returns>Why the line fails, or null.</returns>
    public static string? CheckInvalid(Vector vector)
    {
        if (vector.Schema is null || vector.ExiHex is null || vector.Expected is null)
        {
            return "the line lacks schema, exi_hex or expected";
        }

        if (MessageSets.Find(vector.Schema)?.Codec is not { } codec)
        {
            return $"no codec for the schema {vector.Schema}";
        }

        if (vector.Expected is not ("accept" or "reject" or "reject-or-report-surplus" or "reject-or-deliver-schema-invalid" or "policy"))
        {
            return $"'{vector.Expected}' is no verdict";
        }

        return (codec.TryDecodeToXml(Convert.FromHexString(vector.ExiHex), vector.IsFragment, out _, out var error), vector.Expected == "accept") switch
        {
            (true, false) => $"accepted, though expected to be refused ({vector.Mutation}: {vector.Expected})",
            (false, true) => $"refused, though expected to be accepted ({vector.Mutation}): {error}",
            _ => null,
        };
    }

    /// <summary>A recorded stream of <c>conform roundtrip</c>: it decodes, and encodes to the same octets again.</summary>
    /// <returns>Why the line fails, or null.</returns>
    public static string? CheckRoundtrip(ExiCodec codec, ReadOnlyMemory<byte> octets, string? expectedXml)
    {
        if (!codec.TryDecodeToXml(octets.Span, false, out var xml, out var error))
        {
            return $"decode: {error}";
        }

        if (expectedXml is not null && Infoset.Difference(expectedXml, xml) is { } difference)
        {
            return $"infoset: {difference}";
        }

        if (!codec.TryEncodeFromXml(xml, false, ExiStringTableMode.Misses, out var again, out error))
        {
            return $"encode: {error}";
        }

        return octets.Span.SequenceEqual(again) ? null : $"encode: expected {Convert.ToHexString(octets.Span)}, got {Convert.ToHexString(again)}";
    }

    private static string? WithHits(ExiCodec codec, Vector vector)
    {
        if (vector.ExiHexWithHits is null)
        {
            return null;
        }

        var octets = Convert.FromHexString(vector.ExiHexWithHits);
        return (Decodes(codec, octets, vector) ?? Encodes(codec, octets, vector, ExiStringTableMode.Hits)) is { } failure
            ? $"with string table hits: {failure}"
            : null;
    }

    private static string? Decodes(ExiCodec codec, byte[] octets, Vector vector)
    {
        if (!codec.TryDecodeToXml(octets, vector.IsFragment, out var xml, out var error))
        {
            return $"decode: {error}";
        }

        return Infoset.Difference(vector.Xml!, xml) is { } difference ? $"infoset: {difference}" : null;
    }

    private static string? Encodes(ExiCodec codec, byte[] octets, Vector vector, ExiStringTableMode mode)
    {
        if (!codec.TryEncodeFromXml(vector.Xml!, vector.IsFragment, mode, out var encoded, out var error))
        {
            return $"encode: {error}";
        }

        return octets.AsSpan().SequenceEqual(encoded) ? null : $"encode: expected {Convert.ToHexString(octets)}, got {Convert.ToHexString(encoded)}";
    }
}
