using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>The datatype representation map (EXI 1.0, 7.4): types that are written as another of EXI's datatypes.</summary>
internal static class RepresentationMap
{
    private const string Exi = Options.OptionsDocument.Namespace;

    /// <summary>The map by the names of types, or null where there is none.</summary>
    public static Dictionary<string, Datatype>? Of(ExiOptions options) => options.DatatypeRepresentations.Count == 0 ? null :
        options.DatatypeRepresentations.ToDictionary(
            entry => new QName(entry.Key.Namespace, entry.Key.Name).ToString(),
            entry => Representation(entry.Value.Namespace, entry.Value.Name),
            StringComparer.Ordinal);

    /// <summary>The representation of a datatype: that of the nearest type it derives from that the map or the standard names.</summary>
    public static Datatype Find(Dictionary<string, Datatype> map, Datatype datatype)
    {
        foreach (var name in datatype.Type?.Lineage ?? default)
        {
            if (map.TryGetValue(name.ToString(), out var mapped))
            {
                return mapped;
            }

            // Enumerations, lists and unions are mapped by their own names only; the standard's own types end the search.
            if (datatype is EnumerationDatatype or ListDatatype || datatype.Type!.IsUnion || IsBase(name))
            {
                break;
            }
        }

        return datatype;
    }

    /// <summary>Whether the standard maps the type itself, so that types it derives from do not count.</summary>
    private static bool IsBase(QName name) => name.Namespace == BuiltInTypes.Namespace && name.LocalName is
        "base64Binary" or "hexBinary" or "boolean" or "dateTime" or "time" or "date" or "gYearMonth" or "gYear" or "gMonthDay" or "gDay"
        or "gMonth" or "decimal" or "float" or "double" or "integer" or "string" or "anySimpleType";

    private static Datatype Representation(string uri, string name) => (uri == Exi ? name : string.Empty) switch
    {
        "base64Binary" => new BinaryDatatype(false),
        "hexBinary" => new BinaryDatatype(true),
        "boolean" => new BooleanDatatype(false),
        "dateTime" => new DateTimeDatatype(ExiDateTimeKind.DateTime),
        "time" => new DateTimeDatatype(ExiDateTimeKind.Time),
        "date" => new DateTimeDatatype(ExiDateTimeKind.Date),
        "gYearMonth" => new DateTimeDatatype(ExiDateTimeKind.GYearMonth),
        "gYear" => new DateTimeDatatype(ExiDateTimeKind.GYear),
        "gMonthDay" => new DateTimeDatatype(ExiDateTimeKind.GMonthDay),
        "gDay" => new DateTimeDatatype(ExiDateTimeKind.GDay),
        "gMonth" => new DateTimeDatatype(ExiDateTimeKind.GMonth),
        "decimal" => new DecimalDatatype(),
        "double" => new FloatDatatype(),
        "integer" => new IntegerDatatype(IntegerRepresentation.Signed),
        "string" => new StringDatatype(),
        _ => throw new ExiFaultException(ExiFault.InvalidOptions, -1),
    };
}
