using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Tool.Conformance;

/// <summary>The rules by which a vector of any schema and any option passes.</summary>
internal sealed class GeneralConformance(string? schemas)
{
    private readonly Dictionary<string, ExiGrammars> _grammars = new(StringComparer.Ordinal);

    /// <summary>Holds the interpreter against a vector.</summary>
    /// <returns>Why the line fails, or null.</returns>
    public string? Check(Vector vector)
    {
        if (vector.ExiHex is null || vector.Xml is null)
        {
            return "the line lacks exi_hex or xml";
        }

        if (Grammars(vector, out var problem) is not { } grammars)
        {
            return problem;
        }

        var options = GeneralOptions.Parse(vector.Options ?? string.Empty, vector.IsFragment);
        return Decode(vector, grammars, options) ?? Encode(vector, grammars, options);
    }

    /// <summary>Holds the interpreter against a vector of a message set, which a typed codec may have to refuse.</summary>
    /// <returns>Why the line fails, or null.</returns>
    public string? CheckTyped(Vector vector)
    {
        if (Grammars(vector, out var problem) is not { } grammars)
        {
            return $"interpreter: {problem}";
        }

        var options = new ExiOptions { IsFragment = vector.IsFragment, StringTable = ExiStringTableMode.Misses };
        return (Decode(vector, grammars, options) ?? (vector.Has("decode-only") ? null : Encode(vector, grammars, options))) is { } failure
            ? $"interpreter: {failure}"
            : null;
    }

    private ExiGrammars? Grammars(Vector vector, out string? problem)
    {
        problem = null;
        try
        {
            return Grammars(vector.Schema, schemas ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(vector.File))!, "..", "xsd"));
        }
        catch (Exception e) when (e is XmlSchemaException or XmlException or IOException)
        {
            problem = $"schema: {e.Message}";
            return null;
        }
    }

    private ExiGrammars Grammars(string? schema, string folder)
    {
        if (schema is null)
        {
            return ExiGrammars.SchemaLess;
        }

        if (schema == "+")
        {
            return ExiGrammars.XmlSchemaTypes;
        }

        if (!_grammars.TryGetValue(schema, out var grammars))
        {
            _grammars.Add(schema, grammars = ExiGrammars.Load(Path.Combine(folder, schema)));
        }

        return grammars;
    }

    private static string? Decode(Vector vector, ExiGrammars grammars, ExiOptions options)
    {
        var octets = Convert.FromHexString(vector.ExiHex!);
        if (!ExiTranscoder.TryDecode(octets, grammars, options, out var xml, out var error)
            && !(MayKnowTypes(vector) && ExiTranscoder.TryDecode(octets, ExiGrammars.XmlSchemaTypes, options, out xml, out _)))
        {
            return $"decode: {error}";
        }

        return vector.InfosetRoundtrip != false && Infoset.Difference(vector.Xml!, xml) is { } difference ? $"infoset: {difference}" : null;
    }

    /// <summary>Some of the streams that others wrote without a schema were written with the types of XML Schema.</summary>
    private static bool MayKnowTypes(Vector vector) => vector is { Schema: null, Confidence: "decode-only" };

    private static string? Encode(Vector vector, ExiGrammars grammars, ExiOptions options)
    {
        if (vector.Confidence == "decode-only")
        {
            return null;
        }

        byte[] octets;
        try
        {
            octets = EncodeXml(vector.Xml!, grammars, options);
        }
        catch (XmlException e)
        {
            return $"encode: {e.Message}";
        }

        var isCompressed = options.Alignment == ExiAlignment.Compression;
        string[] accepted = [vector.ExiHex!, .. vector.AltExiHex ?? []];
        var found = Comparable(octets);
        return accepted.Any(hex => found == Comparable(Convert.FromHexString(hex)))
            ? null
            : $"encode: expected {Comparable(Convert.FromHexString(vector.ExiHex!))}, got {found}";

        string Comparable(byte[] stream) => Convert.ToHexStringLower(isCompressed ? CompressedStream.Inflate(stream, grammars, options) : stream);
    }

    private static byte[] EncodeXml(string xml, ExiGrammars grammars, ExiOptions options)
    {
        using var stream = new MemoryStream();
        using (var reader = new XmlTextReader(xml, options.IsFragment ? XmlNodeType.Element : XmlNodeType.Document, null))
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
