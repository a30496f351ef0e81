using System.Numerics;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Emits the datatype objects of a type, in a nested class: one for each property whose values are not coded by a few
/// instructions in place. Integers of 64 bits, enumerations, truth values, strings and octets need none.
/// </summary>
internal static class DatatypeSnippets
{
    /// <summary>The name of the emitted class.</summary>
    private const string Class = "Datatypes";

    /// <summary>Whether a property needs a datatype object.</summary>
    public static bool IsNeeded(MemberShape member) => member.Value.Kind switch
    {
        ValueKind.Decimal or ValueKind.Float or ValueKind.DateTime or ValueKind.List => true,
        ValueKind.String => member.Simple!.Characters.Count > 0,
        ValueKind.BigInteger => member.Simple is not { Minimum: null, Maximum: null },
        _ => false,
    };

    /// <summary>The datatype object of a property as code names it, or null where it needs none.</summary>
    public static string? NameOf(Layout layout, MemberShape member) =>
        layout.Datatypes.TryGetValue(member, out var name) ? $"{Class}.{Escape(name)}" : null;

    public static void Emit(CodeWriter code, Layout layout)
    {
        if (layout.Datatypes.Count == 0)
        {
            return;
        }

        code.Line("/// <summary>How the values of some properties are coded.</summary>");
        code.Open($"private static class {Class}");
        foreach (var entry in layout.Datatypes.OrderBy(entry => entry.Value, StringComparer.Ordinal))
        {
            var made = New(layout, entry.Key.Value, entry.Key.Simple!);
            code.Line($"public static readonly {made.Type} {Escape(entry.Value)} = new({made.Arguments});");
            code.Line();
        }

        code.Close();
        code.Line();
    }

    private static (string Type, string Arguments) New(Layout layout, ValueShape value, SimpleType type) => value.Kind switch
    {
        ValueKind.Boolean => ("ExiBooleanDatatype", string.Empty),
        ValueKind.Decimal => ("ExiDecimalDatatype", string.Empty),
        ValueKind.Float => ("ExiFloatDatatype", string.Empty),
        ValueKind.DateTime => ("ExiDateTimeDatatype", $"ExiDateTimeKind.{type.Kind}"),
        ValueKind.Enumeration => (
            $"ExiEnumerationDatatype<{layout.NameOf(value)}>", EnumEmitter.LiteralsOf(value.Enumeration!, layout.Plan.Type.Namespace)),
        ValueKind.String => ("ExiStringDatatype", Lengths(type) + (type.Characters.Count == 0 ? string.Empty : $", {Literal(Text(type.Characters))}")),
        ValueKind.Bytes => ("ExiBinaryDatatype", $"{(type.IsHexadecimal ? "true" : "false")}, {Lengths(type)}"),
        ValueKind.List => List(layout, value.Item!, type),
        _ => ($"ExiIntegerDatatype<{layout.NameOf(value)}>", $"{Bound(type.Minimum)}, {Bound(type.Maximum)}"),
    };

    private static (string Type, string Arguments) List(Layout layout, ValueShape item, SimpleType type)
    {
        var (itemType, itemArguments) = New(layout, item, type.Item!);
        return ($"ExiListDatatype<{layout.NameOf(item)}>", $"new {itemType}({itemArguments}), {Lengths(type)}");
    }

    private static string Lengths(SimpleType type) => $"{Number(type.MinLength)}, {(type.MaxLength is { } most ? Number(most) : "int.MaxValue")}";

    private static string Bound(BigInteger? bound) => bound is { } number ? Literal(Number(number)) : "null";

    private static string Text(EquatableArray<int> characters) => new(characters.Select(character => (char)character).ToArray());
}
