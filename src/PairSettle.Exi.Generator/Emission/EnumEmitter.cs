using PairSettle.Exi.Generator.Parsing;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the literals of an enumeration, which the XML form uses.</summary>
internal static class EnumEmitter
{
    /// <summary>The table of an enumeration's literals, as code in a namespace names it.</summary>
    public static string LiteralsOf(EnumShape enumeration, string @namespace) =>
        $"{ClassOf(enumeration).In(@namespace)}.Values";

    public static string Emit(EnumShape enumeration)
    {
        var code = new CodeWriter();
        TypeEmitter.Header(code, ClassOf(enumeration).Namespace);
        code.Line($"/// <summary>The schema's literals of {Xml(enumeration.Type.Name)}, by position.</summary>");
        code.Open($"internal static class {ClassOf(enumeration).Name}");
        code.Line("internal static readonly string[] Values =");
        code.Line("[");
        foreach (var literal in enumeration.Literals)
        {
            code.Line($"    {Literal(literal)},");
        }

        code.Line("];");
        code.Close();
        return code.ToString();
    }

    private static TypeName ClassOf(EnumShape enumeration) => enumeration.Type with { Name = enumeration.Type.Name + "Literals" };
}
