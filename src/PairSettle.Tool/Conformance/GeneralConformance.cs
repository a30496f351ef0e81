using System.Xml;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Tool.Conformance;

/// <summary>The rules by which the interpreter passes a vector: one of any schema and any option, or one of a message set.</summary>
internal sealed class GeneralConformance(VectorSchemas schemas)
{
    /// <summary>Holds the interpreter against a vector of any schema and any option.</summary>
    public Outcome Check(Vector vector)
    {
        if (vector.ExiHex is null || vector.Xml is null)
        {
            return Outcome.Of("the line lacks exi_hex or xml");
        }

        if (schemas.Grammars(vector, vector.Schema, out var problem) is not { } grammars)
        {
            return Outcome.Of(problem);
        }

        var options = GeneralOptions.Parse(vector.Options ?? string.Empty, vector.IsFragment);
        if (CorpusCorrection.Of(vector) is { } correction)
        {
            return Decode(vector, grammars, options) is null
                ? Outcome.Of($"passes, though it is corrected: {correction.Reason}")
                : Outcome.Of(Judge(vector with { Xml = correction.Xml }, grammars, options), correction.Reason);
        }

        return OwnEvents.ReasonFor(vector.Id!) is not { } reason ? Outcome.Of(Judge(vector, grammars, options))
            : Encode(vector, grammars, options, EncodeXml) is null ? Outcome.Of($"passes, though its events are said to be others: {reason}")
            : Outcome.Of(Decode(vector, grammars, options) ?? Encode(vector, grammars, options, EventCopy.Encode), reason);
    }

    /// <summary>
    /// Holds the interpreter against a vector that the typed codec refuses because it has no place for its content, which is right
    /// only where the XML breaks the schema.
    /// </summary>
    /// <param name="vector">The vector.</param>
    /// <param name="schema">The path of its schema document.</param>
    /// <param name="refusal">How the typed codec refuses it.</param>
    public Outcome CheckUntypable(Vector vector, string schema, ExiError refusal)
    {
        if (schemas.Grammars(vector, schema, out var problem) is not { } grammars)
        {
            return Outcome.Of($"interpreter: {problem}");
        }

        if (schemas.Violation(vector, schema) is not { } violation)
        {
            return Outcome.Of($"decode: {refusal}");
        }

        var options = new ExiOptions { IsFragment = vector.IsFragment, StringTable = ExiStringTableMode.Misses };
        var failure = Decode(vector, grammars, options) ?? (vector.Has("decode-only") ? null : Encode(vector, grammars, options, EncodeXml));
        return failure is not null ? Outcome.Of($"interpreter: {failure}")
            : vector.Typed == MessageConformance.Abstract ? Outcome.Passed
            : Outcome.By($"no typed message holds what breaks the schema, the interpreter does ({refusal.Code}): {violation}");
    }

    private static string? Judge(Vector vector, ExiGrammars grammars, ExiOptions options) =>
        Decode(vector, grammars, options) ?? Encode(vector, grammars, options, EncodeXml);

    private static string? Decode(Vector vector, ExiGrammars grammars, ExiOptions options)
    {
        foreach (var hex in vector.Streams)
        {
            var octets = Convert.FromHexString(hex);
            if (!ExiTranscoder.TryDecode(octets, grammars, options, out var xml, out var error)
                && !(MayKnowTypes(vector) && ExiTranscoder.TryDecode(octets, ExiGrammars.XmlSchemaTypes, options, out xml, out _)))
            {
                return $"decode: {error}";
            }

            if (vector.InfosetRoundtrip != false && Infoset.Difference(vector.Xml!, xml) is { } difference)
            {
                return $"infoset: {difference}";
            }
        }

        return null;
    }

    /// <summary>Some of the streams that others wrote without a schema were written with the types of XML Schema.</summary>
    private static bool MayKnowTypes(Vector vector) => vector is { Schema: null, Confidence: "decode-only" };

    private static string? Encode(
        Vector vector, ExiGrammars grammars, ExiOptions options, Func<Vector, ExiGrammars, ExiOptions, byte[]> encode)
    {
        if (vector.Confidence == "decode-only")
        {
            return null;
        }

        byte[] octets;
        try
        {
            octets = encode(vector, grammars, options);
        }
        catch (XmlException e)
        {
            return $"encode: {e.Message}";
        }

        var isCompressed = options.Alignment == ExiAlignment.Compression;
        var found = Comparable(octets);
        return vector.Streams.Any(hex => found == Comparable(Convert.FromHexString(hex)))
            ? null
            : $"encode: expected {Comparable(Convert.FromHexString(vector.ExiHex!))}, got {found}";

        string Comparable(byte[] stream) => Convert.ToHexStringLower(isCompressed ? CompressedStream.Inflate(stream, grammars, options) : stream);
    }

    private static byte[] EncodeXml(Vector vector, ExiGrammars grammars, ExiOptions options)
    {
        using var stream = new MemoryStream();
        using (var reader = new XmlTextReader(vector.Xml!, options.IsFragment ? XmlNodeType.Element : XmlNodeType.Document, null))
        using (var writer = new ExiXmlWriter(stream, grammars, options, leaveOpen: true))
        {
            reader.Normalization = true;
            reader.DtdProcessing = DtdProcessing.Parse;
            reader.XmlResolver = null;
            reader.EntityHandling = options.Preserve.HasFlag(ExiPreserve.Dtds) ? EntityHandling.ExpandCharEntities : EntityHandling.ExpandEntities;
            writer.WriteStartDocument();
            for (var more = reader.Read(); more && !reader.EOF;)
            {
                if (reader.NodeType == XmlNodeType.DocumentType)
                {
                    // The streams hold the internal subset as parsers of that kind report it.
                    writer.WriteDocType(reader.Name, reader.GetAttribute("PUBLIC"), reader.GetAttribute("SYSTEM"), InternalSubset.Normalize(reader.Value));
                    more = reader.Read();
                }
                else
                {
                    writer.WriteNode(reader, true);
                }
            }

            writer.WriteEndDocument();
        }

        return stream.ToArray();
    }
}
