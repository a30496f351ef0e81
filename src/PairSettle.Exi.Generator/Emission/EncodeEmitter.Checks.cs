using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

// What must hold before anything is written: values that are there, counts within their bounds, one branch of a choice.
internal sealed partial class EncodeEmitter
{
    /// <summary>Checks what no event code would show: branches of choices, and how often elements occur.</summary>
    private void EmitChecks()
    {
        foreach (var term in _layout.Terms.Where(term => !term.Path.Any(group => group.Record is not null)))
        {
            EmitCountCheck(term);
        }

        foreach (var group in _layout.Groups)
        {
            if (group.Record is { IsList: true, MinOccurs: > 0 } list && group.Path.All(outer => outer == group || outer.Record is null)
                && !IsBranch(group))
            {
                _code.Open($"if ({Property(list, "this")}.IsEmpty)");
                _code.Line("return writer.Fail(ExiFault.OccurrenceOutOfRange);");
                _code.Close();
                _code.Line();
            }

            if (group.Path.All(outer => outer.Record is null))
            {
                EmitChoiceCheck(group);
            }
        }
    }

    private void EmitCountCheck(Layout.Term term)
    {
        if (term.Member is not { IsList: true, Kind: MemberKind.Element or MemberKind.Any } list)
        {
            return;
        }

        var minimum = IsBranch(term) ? 0 : list.MinOccurs;
        var conditions = new List<string>();
        if (minimum > 0)
        {
            conditions.Add($"< {minimum}");
        }

        if (list.MaxOccurs < int.MaxValue)
        {
            conditions.Add($"> {list.MaxOccurs}");
        }

        if (conditions.Count > 0)
        {
            _code.Open($"if ({Access(term)}.Count is {string.Join(" or ", conditions)})");
            _code.Line("writer.Fail(ExiFault.OccurrenceOutOfRange);");
            _code.Line($"return writer.FailIn({Literal(term.XmlName)});");
            _code.Close();
            _code.Line();
        }
    }

    private void EmitChoiceCheck(Layout.Group group)
    {
        if (!group.Node.IsChoice)
        {
            return;
        }

        var branches = _layout.Terms.Where(term => term.Group == group).Select(Presence)
            .Concat(_layout.Groups.Where(inner => inner.Parent == group && inner.Record is not null).Select(Presence))
            .OfType<string>()
            .Select(presence => $"({presence} ? 1 : 0)").ToList();
        if (branches.Count == 0)
        {
            return;
        }

        var isOptional = group.Record is null && group.Node.MinOccurs == 0;
        _code.Open($"if ({string.Join(" + ", branches)} {(isOptional ? "> 1" : "!= 1")})");
        _code.Line("return writer.Fail(ExiFault.InvalidChoice);");
        _code.Close();
        _code.Line();
    }

    private void EmitItemChecks(Layout.Group group)
    {
        if (!group.Record!.Value.IsValueType)
        {
            _code.If($"{group.Current} is null", "return writer.Fail(ExiFault.MissingValue);");
            _code.Line();
        }

        foreach (var term in _layout.Terms.Where(term => term.Path.Contains(group) && term.Path.Last(outer => outer.Record is not null) == group))
        {
            EmitCountCheck(term);
        }

        EmitChoiceCheck(group);
    }
}
