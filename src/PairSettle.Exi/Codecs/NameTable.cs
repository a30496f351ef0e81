using System.Xml;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>
/// The names of one stream behind wildcards: the partitions of namespaces and of local names, in which those that the
/// schema declares come first (EXI 1.0, 7.3.1, 7.3.2 and D).
/// </summary>
internal sealed class NameTable
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";
    private const string SchemaNamespace = "http://www.w3.org/2001/XMLSchema";

    // Values of undeclared names need partitions of their own, away from the numbers that emitted code has.
    private const int FirstStringId = 1 << 24;

    private static readonly ExiNamespaceNames s_xml = new(XmlNamespace, ["base", "id", "lang", "space"]);
    private static readonly ExiNamespaceNames s_instance = new(ExiXmlNames.Instance, ["nil", "type"]);
    private static readonly ExiNamespaceNames s_schema = new(
        SchemaNamespace,
        [
            "ENTITIES", "ENTITY", "ID", "IDREF", "IDREFS", "NCName", "NMTOKEN", "NMTOKENS", "NOTATION", "Name", "QName", "anySimpleType", "anyType",
            "anyURI", "base64Binary", "boolean", "byte", "date", "dateTime", "decimal", "double", "duration", "float", "gDay", "gMonth",
            "gMonthDay", "gYear", "gYearMonth", "hexBinary", "int", "integer", "language", "long", "negativeInteger", "nonNegativeInteger",
            "nonPositiveInteger", "normalizedString", "positiveInteger", "short", "string", "time", "token", "unsignedByte", "unsignedInt",
            "unsignedLong", "unsignedShort",
        ]);

    private readonly ExiSchemaCodec _schema;
    private readonly List<NamePartition> _partitions = [];
    private readonly Dictionary<ExiQualifiedName, AnyName> _names = [];
    private int _nodes;

    public NameTable(ExiSchemaCodec schema)
    {
        _schema = schema;
        var unqualified = schema.Names.FirstOrDefault(names => names.Namespace.Length == 0) ?? new(string.Empty, []);
        _partitions.AddRange(
            new[] { unqualified, s_xml, s_instance, s_schema }
                .Concat(schema.Names.Where(names => names.Namespace.Length > 0))
                .Select(names => new NamePartition(names)));
    }

    /// <summary>Counts an element or a text that no annotated type describes.</summary>
    public bool Count(ref ExiReader reader) => ++_nodes <= reader.MaxAnyNodes || reader.Fail(ExiFault.TooManyItems);

    /// <summary>What the stream knows about a name.</summary>
    public AnyName Of(ExiQualifiedName name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            var number = _schema.StringIdOf(name.Namespace, name.LocalName);
            known = new(name, number >= 0 ? number : FirstStringId + _names.Count, _schema.FindElement(name));
            _names.Add(name, known);
        }

        return known;
    }

    /// <summary>Reads a qualified name (EXI 1.0, 7.1.7).</summary>
    public bool TryRead(ref ExiReader reader, out AnyName? name)
    {
        name = null;
        if (ReadPartition(ref reader) is not { } partition || ReadLocalName(ref reader, partition) is not { } localName)
        {
            return false;
        }

        name = Of(new(partition.Namespace, localName));
        return true;
    }

    /// <summary>Writes a qualified name.</summary>
    public bool Write(ref ExiWriter writer, ExiQualifiedName name)
    {
        if (!IsName(name.LocalName) || name.Namespace is null or ExiXmlNames.Xmlns)
        {
            return writer.Fail(ExiFault.InvalidCharacter);
        }

        var width = CodeWidth.Of(_partitions.Count + 1);
        var number = Find(name.Namespace);
        writer.WriteBits((uint)(number + 1), width);
        if (number < 0)
        {
            if (!writer.WriteName(name.Namespace, 0))
            {
                return false;
            }

            number = _partitions.Count;
            _partitions.Add(new(new(name.Namespace, [])));
        }

        var partition = _partitions[number];
        var local = partition.Find(name.LocalName);
        if (local >= 0)
        {
            writer.WriteNameLength(0);
            writer.WriteBits((uint)local, CodeWidth.Of(partition.Count));
            return true;
        }

        partition.Add(name.LocalName);
        return writer.WriteName(name.LocalName, 1);
    }

    private int Find(string uri) => _partitions.FindIndex(partition => partition.Namespace == uri);

    private NamePartition? ReadPartition(ref ExiReader reader)
    {
        var number = reader.ReadEventCode(CodeWidth.Of(_partitions.Count + 1), _partitions.Count + 1);
        if (number != 0)
        {
            return number < 0 ? null : _partitions[number - 1];
        }

        var length = reader.ReadNameLength(0);
        var uri = length < 0 ? string.Empty : reader.ReadName(length);
        if (uri == ExiXmlNames.Xmlns)
        {
            reader.Fail(ExiFault.InvalidCharacter);
        }
        else if (!reader.Failed && Find(uri) >= 0)
        {
            reader.Fail(ExiFault.RedundantForm);
        }

        if (reader.Failed)
        {
            return null;
        }

        var partition = new NamePartition(new(uri, []));
        _partitions.Add(partition);
        return partition;
    }

    private static string? ReadLocalName(ref ExiReader reader, NamePartition partition)
    {
        var length = reader.ReadNameLength(1);
        if (reader.Failed)
        {
            return null;
        }

        if (length < 0)
        {
            if (partition.Count == 0)
            {
                reader.Fail(ExiFault.UndefinedStringIdentifier);
                return null;
            }

            var number = reader.ReadBits(CodeWidth.Of(partition.Count));
            if (number >= partition.Count)
            {
                reader.Fail(ExiFault.UndefinedStringIdentifier);
            }

            return reader.Failed ? null : partition[(int)number];
        }

        var name = reader.ReadName(length);
        if (!reader.Failed && !IsName(name))
        {
            reader.Fail(ExiFault.InvalidCharacter);
        }
        else if (!reader.Failed && partition.Find(name) >= 0)
        {
            reader.Fail(ExiFault.RedundantForm);
        }

        if (reader.Failed)
        {
            return null;
        }

        partition.Add(name);
        return name;
    }

    private static bool IsName(string? name) => name is { Length: > 0 } && XmlReader.IsName(name) && !name.Contains(':', StringComparison.Ordinal);
}
