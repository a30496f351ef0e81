using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Emits the variables that collect the members of a type, and the objects made of them.</summary>
internal sealed class Construction(CodeWriter code, Layout layout)
{
    private readonly TypePlan _plan = layout.Plan;

    /// <summary>Declares a variable for each term and for each record of a group.</summary>
    public void Declare()
    {
        foreach (var group in layout.Groups.Where(group => group.Record is not null))
        {
            var type = layout.NameOf(group.Record!.Value);
            code.Line(group.Record.IsList ? $"var {group.Local} = new ExiListBuilder<{type}>();" : $"{type}? {group.Local} = null;");
        }

        foreach (var term in layout.Terms)
        {
            var type = layout.NameOf(term.Member.Value);
            code.Line(
                term.Member.IsList ? $"var {term.Local} = new ExiListBuilder<{type}>();"
                : $"{type}{(MayBeNull(term) ? "?" : string.Empty)} {Initial(term)};");
        }
    }

    /// <summary>The properties that the type itself has, in the order of the schema.</summary>
    public IReadOnlyList<MemberShape> Members => [.. Values().Select(value => value.Member)];

    /// <summary>Makes the object of the type itself.</summary>
    public void Make()
    {
        var name = Escape(_plan.Type.Name);
        var values = Values().ToList();
        if (PoolEmitter.IsPooled(layout))
        {
            code.Open("if (reader.IsPooled)");
            code.Line($"value = reader.Take<{name}>() ?? reader.Keep({PoolEmitter.Class}.New());");
            code.Lines([.. values.Select(value => $"{PoolEmitter.Class}.{Escape(value.Member.Property)}(value, {value.Result});")]);
            code.Line("return true;");
            code.Close();
        }

        if (values.Count == 0)
        {
            code.Line($"value = new {name}();");
        }
        else
        {
            code.Open($"value = new {name}");
            code.Lines([.. values.Select(value => $"{Escape(value.Member.Property)} = {value.Result},")]);
            code.Close(";");
        }
    }

    /// <summary>Makes the record of a group, and empties the variables for the next one of a list.</summary>
    public void MakeGroup(Layout.Group group)
    {
        var record = group.Record!;
        var terms = layout.Terms.Where(term => Holder(term.Path) == group).ToList();
        var inner = layout.Groups.Where(child => child.Record is not null && child != group && Holder(child.Parent!.Path) == group).ToList();
        var values = terms.Select(term => $"{Escape(term.Member.Property)} = {Result(term)}")
            .Concat(inner.Select(child => $"{Escape(child.Record!.Property)} = {Result(child)}"));
        var made = $"new {layout.NameOf(record.Value)} {{ {string.Join(", ", values)} }}";
        if (!record.IsList)
        {
            code.Line($"{group.Local} = {made};");
            return;
        }

        var add = layout.IsXml ? $"!{group.Local}.Add(reader, {made})" : $"!{group.Local}.Add(ref reader, {made})";
        code.If(add, "return false;");
        code.Line();
        foreach (var term in terms)
        {
            code.Line($"{(term.Member.IsList ? $"{term.Local} = new ExiListBuilder<{layout.NameOf(term.Member.Value)}>()" : Initial(term))};");
        }

        foreach (var child in inner)
        {
            code.Line($"{child.Local} = {(child.Record!.IsList ? $"new ExiListBuilder<{layout.NameOf(child.Record.Value)}>()" : "null")};");
        }
    }

    /// <summary>The properties of the type itself, and the variables with their values.</summary>
    private IEnumerable<(MemberShape Member, string Result)> Values() =>
        layout.Terms.Where(term => term.Path.All(group => group.Record is null)).Select(term => (term.Member, Result(term)))
            .Concat(layout.Groups
                .Where(group => group.Record is not null && (group.Parent is null || group.Parent.Path.All(outer => outer.Record is null)))
                .Select(group => (group.Record!, Result(group))))
            .Concat(_plan.Mixed is { } mixed ? [(mixed.Member, layout.IsXml ? layout.MixedLocal : ToList(layout.MixedLocal))] : []);

    private static Layout.Group? Holder(IReadOnlyList<Layout.Group> path) => path.LastOrDefault(group => group.Record is not null);

    private static bool MayBeNull(Layout.Term term) => term.Member.IsNullable || !term.Member.Value.IsValueType;

    private static string Initial(Layout.Term term) => $"{term.Local} = {(MayBeNull(term) ? "null" : "default")}";

    private string Result(Layout.Term term) =>
        term.Member.IsList ? ToList(term.Local)
        : term.Member.IsNullable || term.Member.Value.IsValueType ? term.Local
        : $"{term.Local}!";

    private string Result(Layout.Group group) =>
        group.Record!.IsList ? ToList(group.Local)
        : group.Record.IsNullable ? group.Local
        : group.Record.Value.IsValueType ? $"{group.Local}.GetValueOrDefault()" : $"{group.Local}!";

    private string ToList(string local) => layout.IsXml ? $"{local}.ToList()" : $"{local}.ToList(ref reader)";
}
