using System.Collections.Concurrent;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Chooses the representation of simple types (EXI 1.0, table 7-1).</summary>
internal sealed class DatatypeTable
{
    private readonly ConcurrentDictionary<SimpleType, Datatype> _known = new();

    public Datatype Of(SimpleType type) => _known.GetOrAdd(type, Create);

    private Datatype Create(SimpleType type) => type.Kind switch
    {
        DatatypeKind.Boolean => new BooleanDatatype(type.HasPattern) { Type = type },
        DatatypeKind.Integer => Integer(type),
        DatatypeKind.Decimal => new DecimalDatatype { Type = type },
        DatatypeKind.Float => new FloatDatatype { Type = type },
        DatatypeKind.Binary => new BinaryDatatype(type.IsHexadecimal) { Type = type },
        DatatypeKind.List => new ListDatatype(Of(type.Item!)) { Type = type },
        DatatypeKind.Enumeration => new EnumerationDatatype(type.Literals, type.ValueType is { } values ? Of(values) : null)
        {
            Type = type,
            WhiteSpace = type.WhiteSpace,
        },
        DatatypeKind.String => new StringDatatype(type.Characters.Count == 0 ? null : new CharacterSet(type.Characters))
        {
            Type = type,
            WhiteSpace = type.WhiteSpace,
        },
        _ => new DateTimeDatatype(ExiDateTime.KindOf(type.Kind)) { Type = type },
    };

    private static IntegerDatatype Integer(SimpleType type) => Representations.OfInteger(type) switch
    {
        IntegerRepresentation.Bounded => new IntegerDatatype(IntegerRepresentation.Bounded, type.Minimum!.Value, type.Maximum!.Value) { Type = type },
        var representation => new IntegerDatatype(representation) { Type = type },
    };
}
