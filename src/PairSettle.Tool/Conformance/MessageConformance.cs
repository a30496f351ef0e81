using PairSettle.Exi;
using PairSettle.Exi.Codecs;

namespace PairSettle.Tool.Conformance;

/// <summary>The rules by which a vector of a message set passes.</summary>
/// <param name="interpreter">Judges what no typed message can hold.</param>
internal sealed class MessageConformance(GeneralConformance interpreter)
{
    /// <summary>The mark of lines that instantiate an abstract element, which the corpus itself wants typed codecs to refuse.</summary>
    public const string Abstract = "reject-abstract";

    /// <summary>A vector of <c>conform exi</c>: both octet forms decode to the infoset of the XML, and the XML encodes to them.</summary>
    public Outcome Check(Vector vector)
    {
        if (vector.Schema is null || vector.ExiHex is null || vector.Xml is null)
        {
            return Outcome.Of("the line lacks schema, exi_hex or xml");
        }

        if (MessageSets.Find(vector.Schema)?.Codec is not { } codec)
        {
            return Outcome.Of($"no codec for the schema {vector.Schema}");
        }

        var octets = Convert.FromHexString(vector.ExiHex);
        if (!codec.TryDecodeToXml(octets, vector.IsFragment, out _, out var refusal))
        {
            return vector.Typed == Abstract && refusal.Fault != ExiFault.AbstractElement
                ? Outcome.Of($"not refused as abstract: {refusal}")
                : Refused(vector, vector.Schema, refusal);
        }

        return Outcome.Of(
            vector.Typed == Abstract ? "accepted an instance of an abstract element"
                : Decodes(codec, octets, vector)
                    ?? (vector.Has("decode-only") ? null : Encodes(codec, octets, vector, ExiStringTableMode.Misses))
                    ?? WithHits(codec, vector));
    }

    /// <summary>A recorded stream of <c>conform roundtrip</c>: it decodes to the XML, if there is one, and encodes to the same octets.</summary>
    /// <param name="vector">The line.</param>
    /// <param name="set">The message set that was agreed on.</param>
    /// <param name="octets">The stream.</param>
    public Outcome CheckRoundtrip(Vector vector, MessageSets.MessageSet set, ReadOnlyMemory<byte> octets)
    {
        var codec = set.Codec;
        if (vector.SurplusOctets > 0)
        {
            return WithoutSurplus(vector, codec, octets);
        }

        if (!codec.TryDecodeToXml(octets.Span, false, out var xml, out var refusal))
        {
            return vector.Xml is null ? Outcome.Of($"decode: {refusal}") : Refused(vector, set.SchemaFile, refusal);
        }

        return Outcome.Of(Difference(vector, xml) ?? EncodesAgain(codec, octets, xml));
    }

    /// <summary>What a typed codec has no place for, the interpreter may have to hold; any other refusal is a failure.</summary>
    private Outcome Refused(Vector vector, string schema, ExiError refusal) =>
        refusal.Fault is ExiFault.AbstractElement or ExiFault.UndeclaredContent
            ? interpreter.CheckUntypable(vector, schema, refusal)
            : Outcome.Of($"decode: {refusal}");

    /// <summary>
    /// A stream that a peer sent octets after: refused for that, and once these are tolerated, read to its end and encoded up to it.
    /// </summary>
    private static Outcome WithoutSurplus(Vector vector, ExiCodec codec, ReadOnlyMemory<byte> octets)
    {
        if (codec.TryDecodeToXml(octets.Span, false, out var xml, out var refusal) || refusal.Fault != ExiFault.TrailingOctets)
        {
            return Outcome.Of($"not refused for the octets after the end: {refusal}");
        }

        var code = refusal.Code;
        var limits = ExiLimits.Default with { Tolerance = ExiTolerance.TrailingOctets };
        return Outcome.Of(
            !codec.TryDecodeToXml(octets.Span, false, out xml, out refusal, limits) ? $"decode: {refusal}"
                : Difference(vector, xml) ?? EncodesAgain(codec, octets[..^vector.SurplusOctets], xml),
            $"refused with {code} by default, read where ExiTolerance.TrailingOctets is granted (docs/formats/exi-errors.md)");
    }

    private static string? Difference(Vector vector, string xml) =>
        vector.Xml is not null && Infoset.Difference(vector.Xml, xml) is { } difference ? $"infoset: {difference}" : null;

    /// <summary>Whether what was read is written again as it was: empty text as characters or, as an XML document has it, without.</summary>
    private static string? EncodesAgain(ExiCodec codec, ReadOnlyMemory<byte> octets, string xml)
    {
        if (!codec.TryEncodeFromXml(xml, false, ExiStringTableMode.Misses, out var again, out var refusal))
        {
            return $"encode: {refusal}";
        }

        var buffer = new byte[octets.Length];
        return octets.Span.SequenceEqual(again)
            || codec is ExiSchemaCodec typed
                && typed.TryReencode(octets.Span, false, buffer, out var written, out _)
                && written == octets.Length && octets.Span.SequenceEqual(buffer)
                    ? null
                    : $"encode: expected {Convert.ToHexString(octets.Span)}, got {Convert.ToHexString(again)}";
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

    private static string? Decodes(ExiCodec codec, byte[] octets, Vector vector) =>
        codec.TryDecodeToXml(octets, vector.IsFragment, out var xml, out var error) ? Difference(vector, xml) : $"decode: {error}";

    private static string? Encodes(ExiCodec codec, byte[] octets, Vector vector, ExiStringTableMode mode)
    {
        if (!codec.TryEncodeFromXml(vector.Xml!, vector.IsFragment, mode, out var encoded, out var error))
        {
            return $"encode: {error}";
        }

        return octets.AsSpan().SequenceEqual(encoded) ? null : $"encode: expected {Convert.ToHexString(octets)}, got {Convert.ToHexString(encoded)}";
    }
}
