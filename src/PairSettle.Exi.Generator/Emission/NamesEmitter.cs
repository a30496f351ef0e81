using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits what a schema's codec knows by name: its global elements, and the names that wildcards refer to by number.</summary>
internal static class NamesEmitter
{
    public static void Emit(CodeWriter code, SchemaPlan plan)
    {
        code.Line("public override ExiList<ExiNamespaceNames> Names { get; } =");
        code.Line("[");
        foreach (var space in plan.Names)
        {
            code.Line($"    new({Literal(space.Namespace)}, [{string.Join(", ", space.LocalNames.Select(Literal))}]),");
        }

        code.Line("];");
        code.Line();
        if (plan.StringNames.Count == 0)
        {
            code.Line("protected override int StringIdOf(string namespaceUri, string localName) => -1;");
        }
        else
        {
            code.Open("protected override int StringIdOf(string namespaceUri, string localName) => (localName, namespaceUri) switch");
            foreach (var entry in plan.StringNames)
            {
                code.Line($"({Literal(entry.Name.LocalName)}, {Literal(entry.Name.Namespace)}) => {entry.StringId},");
            }

            code.Line("_ => -1,");
            code.Close(";");
        }

        code.Line();
        code.Line("protected override ExiElement[] CreateElements() =>");
        code.Line("[");
        foreach (var entry in plan.Roots)
        {
            code.Line($"    {Element(plan, entry)},");
        }

        code.Line("];");
        code.Line();
    }

    private static string Element(SchemaPlan plan, EntryPlan entry)
    {
        var name = $"{Literal(entry.Prefix)}, {Literal(entry.Name.LocalName)}, {Literal(entry.Name.Namespace)}";
        return entry switch
        {
            { IsAbstract: true } => $"new ExiRefusedElement({name}, ExiFault.AbstractElement)",
            { Type: { } type } => $"new ExiRecordElement<{type.In(plan.Type.Namespace)}>({name})",
            { Simple: { Kind: DatatypeKind.String, AllowsEmpty: false } text } => $"new ExiStringElement({name}, {entry.StringId}, {ReadSnippets.Lengths(text)})",
            { Simple: { Kind: DatatypeKind.Binary, IsHexadecimal: false, AllowsEmpty: false } binary } => $"new ExiBinaryElement({name}, {ReadSnippets.Lengths(binary)})",
            _ => $"new ExiRefusedElement({name}, ExiFault.UnrepresentableContent)",
        };
    }
}
