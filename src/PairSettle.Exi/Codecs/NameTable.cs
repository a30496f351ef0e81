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
    private readonly ExiList<ExiNamespaceNames> _declared;

    // Those of the schema, each made when a name needs it: a stream of few octets pays for few names.
    private readonly NamePartition?[] _partitions;

    private readonly Dictionary<ExiQualifiedName, AnyName> _names = [];
    private List<NamePartition>? _added;
    private int _nodes;

    public NameTable(ExiSchemaCodec schema)
    {
        _schema = schema;
        _declared = schema.InitialNames;
        _partitions = new NamePartition?[_declared.Count];
    }

    private int PartitionCount => _declared.Count + (_added?.Count ?? 0);

    /// <summary>The names that every stream of a schema begins with, a namespace each, in the order of their numbers (EXI 1.0, D.1 and D.3).</summary>
    public static ExiList<ExiNamespaceNames> InitialNames(ExiList<ExiNamespaceNames> schema) =>
    [
        schema.FirstOrDefault(names => names.Namespace.Length == 0) ?? new(string.Empty, []),
        s_xml,
        s_instance,
        s_schema,
        .. schema.Where(names => names.Namespace.Length > 0),
    ];

    /// <summary>Counts an element, an attribute or a text that no annotated type describes.</summary>
    public bool Count(ref ExiReader reader) => ++_nodes <= reader.MaxAnyNodes || reader.Fail(ExiFault.TooManyItems);

    /// <summary>What the stream knows about a name.</summary>
    public AnyName Of(ExiQualifiedName name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            var partition = Find(name.Namespace);
            var number = partition < 0 || partition >= _declared.Count ? -1 : NamePartition.FindDeclared(_declared[partition], name.LocalName);
            var stringId = _schema.StringIdOf(name.Namespace, name.LocalName);
            known = new(name, number, stringId >= 0 ? stringId : FirstStringId + _names.Count, _schema.FindElement(name));
            _names.Add(name, known);
        }

        return known;
    }

    /// <summary>Reads a qualified name (EXI 1.0, 7.1.7).</summary>
    public bool TryRead(ref ExiReader reader, out AnyName? name)
    {
        name = ReadPartition(ref reader) is { } partition ? ReadLocalName(ref reader, partition) : null;
        return name is not null;
    }

    /// <summary>Writes a qualified name.</summary>
    public bool Write(ref ExiWriter writer, AnyName known)
    {
        var name = known.Name;
        if (!IsName(name.LocalName) || name.Namespace is null or ExiXmlNames.Xmlns)
        {
            return writer.Fail(ExiFault.InvalidCharacter);
        }

        var number = Find(name.Namespace);
        writer.WriteBits((uint)(number + 1), CodeWidth.Of(PartitionCount + 1));
        if (number < 0)
        {
            if (!writer.WriteName(name.Namespace, 0))
            {
                return false;
            }

            number = PartitionCount;
            (_added ??= []).Add(new(new(name.Namespace, [])));
        }

        var partition = this[number];
        if (known.Number >= 0)
        {
            writer.WriteNameLength(0);
            writer.WriteBits((uint)known.Number, CodeWidth.Of(partition.Count));
            return true;
        }

        partition.Add(known);
        return writer.WriteName(name.LocalName, 1);
    }

    private NamePartition this[int number] => number < _declared.Count
        ? _partitions[number] ??= new(_declared[number])
        : _added![number - _declared.Count];

    private int Find(string uri)
    {
        for (var number = 0; number < _declared.Count; number++)
        {
            if (_declared[number].Namespace == uri)
            {
                return number;
            }
        }

        var added = _added?.FindIndex(partition => partition.Namespace == uri) ?? -1;
        return added < 0 ? -1 : _declared.Count + added;
    }

    private NamePartition? ReadPartition(ref ExiReader reader)
    {
        var count = PartitionCount;
        var number = reader.ReadEventCode(CodeWidth.Of(count + 1), count + 1);
        if (number != 0)
        {
            return number < 0 ? null : this[number - 1];
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
        (_added ??= []).Add(partition);
        return partition;
    }

    private AnyName? ReadLocalName(ref ExiReader reader, NamePartition partition)
    {
        var length = reader.ReadNameLength(1);
        if (reader.Failed)
        {
            return null;
        }

        if (length < 0)
        {
            var number = partition.Count == 0 ? 0 : reader.ReadBits(CodeWidth.Of(partition.Count));
            if (number >= partition.Count)
            {
                reader.Fail(ExiFault.UndefinedStringIdentifier);
            }

            return reader.Failed ? null : Of(new(partition.Namespace, partition[(int)number]));
        }

        var localName = reader.ReadName(length);
        if (reader.Failed)
        {
            return null;
        }

        if (!IsName(localName))
        {
            reader.Fail(ExiFault.InvalidCharacter);
            return null;
        }

        var name = Of(new(partition.Namespace, localName));
        if (name.Number >= 0)
        {
            reader.Fail(ExiFault.RedundantForm);
            return null;
        }

        partition.Add(name);
        return name;
    }

    private static bool IsName(string? name) => name is { Length: > 0 } && XmlReader.IsName(name) && !name.Contains(':', StringComparison.Ordinal);
}
