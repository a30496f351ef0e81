using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

// Between two terms: which events may follow, their codes, and the conditions under which each is the next.
internal sealed partial class EncodeEmitter
{
    private void EmitState(GrammarState state)
    {
        if (_endWritten)
        {
            _endWritten = false;
        }
        else
        {
            _states.Emit(state);
        }
    }

    private void EmitSet(ProductionSet productions, int from, bool mayFall)
    {
        var edges = productions.Productions.Where(production => production.Kind != EventKind.UntypedCharacters)
            .OrderByDescending(production => Rank(production, from))
            .ThenBy(production => production.Position).ThenBy(production => production.Code).ToList();
        var optionalText = _jumps.OptionalText(productions);
        if (productions.Count == 1 && edges.Count == 1 && mayFall && optionalText is null && FallsThrough(edges[0], from))
        {
            _code.Line();
            _code.Line($"// {GroupMoves.Describe(_layout, productions)}");
            _zeros++;
            return;
        }

        _code.Line();
        _code.Line($"// {GroupMoves.Describe(_layout, productions)}");
        var zeros = _zeros;
        _zeros = 0;
        if (zeros + productions.Width > 31)
        {
            _zeros = zeros;
            Flush();
            zeros = 0;
        }

        if (_mixed.IsHeld && productions.Find(EventKind.UntypedCharacters) is { } text)
        {
            // Text comes after the attributes that are there, and before the next child.
            EmitEdges(edges.Where(edge => edge.Kind == EventKind.Attribute).ToList(), from, productions.Width, zeros, 0);
            edges = edges.Where(edge => edge.Kind != EventKind.Attribute).ToList();
            _mixed.Write(text, productions.Width + zeros);
        }

        if (optionalText is not null)
        {
            // The text comes last, after attributes that are there; then the escape may stand for it.
            var attributes = edges.Where(edge => edge.Kind == EventKind.Attribute).ToList();
            edges = edges.Where(edge => edge.Kind != EventKind.Attribute).ToList();
            EmitEdges(attributes, from, productions.Width, zeros, 0);
            EmitEmpty(optionalText, productions.Count, productions.Width + zeros, from >= 0);
        }

        if (EmitEdges(edges, from, productions.Width, zeros, 0))
        {
            _code.Line("return writer.Fail(ExiFault.MissingValue);");
        }

        _code.Line();
    }

    /// <summary>Emits the escape in place of a text that is empty, where the caller asks for that form.</summary>
    private void EmitEmpty(Layout.Term text, int code, int width, bool afterAttributes)
    {
        if (text.Member.Simple is { MinLength: > 0, AllowsEmpty: false })
        {
            return;
        }

        var isEmpty = text.Member.Value.Kind switch
        {
            ValueKind.String => $"{Access(text)} is \"\"",
            ValueKind.Bytes => $"{Access(text)}.Length == 0",
            _ => $"{Access(text)}.IsEmpty",
        };
        _code.If(
            $"{isEmpty} && writer.TryWriteEmptyContent({code}, {width}, afterAttributes: {(afterAttributes ? "true" : "false")})",
            $"goto {_layout.EndLabel};");
        _code.Line();
        _labels.Add(_layout.EndLabel);
    }

    /// <summary>Emits the ways on from a state; returns whether control may come out at the end.</summary>
    private bool EmitEdges(List<Production> edges, int from, int width, int zeros, int entered)
    {
        for (var i = 0; i < edges.Count;)
        {
            var edge = edges[i];
            var groups = EnteredLists(edge, from).Skip(entered).ToList();
            if (groups.Count > 0)
            {
                // Load the next record of the list; its first term that is present decides.
                var group = groups[0];
                var same = edges.Skip(i).TakeWhile(other =>
                    EnteredLists(other, from).Skip(entered).FirstOrDefault() == group && IsRepeat(other) == IsRepeat(edge)).ToList();
                var list = Property(group.Record!, Owner(group));
                _code.Open($"if ({group.Index} < {list}.Count)");
                _code.Line($"{group.Current} = {list}.Span[{group.Index}++];");
                EmitItemChecks(group);
                if (EmitEdges(same, from, width, zeros, entered + 1))
                {
                    _code.Line("return writer.Fail(ExiFault.InvalidChoice);");
                }

                _code.Close();
                _code.Line();
                i += same.Count;
                continue;
            }

            var condition = Condition(edge, from, entered);
            if (condition is null)
            {
                EmitMove(edge, from, width, zeros);
                return false;
            }

            _code.Open($"if ({condition})");
            EmitMove(edge, from, width, zeros);
            _code.Close();
            _code.Line();
            if (edge.Position >= 0 && JumpTargets.HasSubstitutes(_layout, edge))
            {
                i += edges.Skip(i).TakeWhile(other => other.Position == edge.Position).Count();
            }
            else
            {
                i++;
            }
        }

        return true;
    }

    private void EmitMove(Production edge, int from, int width, int zeros)
    {
        if (JumpTargets.HasSubstitutes(_layout, edge))
        {
            var term = _layout.Terms[edge.Position];
            _code.Line($"{term.Local}Code = {edge.Code};");
            _code.Line($"{term.Local}Width = {zeros + width};");
        }
        else
        {
            _code.Line($"writer.WriteBits({edge.Code}, {zeros + width});");
        }

        var target = edge.Kind == EventKind.EndElement ? _layout.Terms.Count : edge.Position;

        // Even the next block is jumped to: an if statement, unlike a switch, has no way to go there.
        _code.Line($"goto {(edge.Kind == EventKind.EndElement ? _layout.EndLabel : _layout.Terms[target].Label)};");
        _labels.Add(edge.Kind == EventKind.EndElement ? _layout.EndLabel : _layout.Terms[target].Label);
    }

    private bool FallsThrough(Production edge, int from)
    {
        if (edge.IsAbstract || JumpTargets.HasSubstitutes(_layout, edge)
            || EnteredLists(edge, from).Any())
        {
            return false;
        }

        return (edge.Kind == EventKind.EndElement ? _layout.Terms.Count : edge.Position) == from + 1;
    }

    /// <summary>
    /// The order in which ways on are tried: another item of the same list, then terms inside the innermost group, then
    /// another round of that group, and so on outwards; the end last.
    /// </summary>
    private double Rank(Production edge, int from)
    {
        if (edge.Kind == EventKind.EndElement)
        {
            return -1;
        }

        return edge.Position == from && !IsRepeat(edge) ? int.MaxValue : GroupMoves.Kept(_layout, from, edge) + (IsRepeat(edge) ? 0.5 : 0);
    }

    private static bool IsRepeat(Production edge) => edge.RepeatedGroup >= 0;

    /// <summary>The lists of records that an event enters or advances in.</summary>
    private IEnumerable<Layout.Group> EnteredLists(Production edge, int from) =>
        edge.Position < 0 || (edge.Position == from && !IsRepeat(edge))
            ? []
            : _layout.Terms[edge.Position].Path.Skip(GroupMoves.Kept(_layout, from, edge)).Where(group => group.Record is { IsList: true });

    /// <summary>The condition under which an event is next; null where it always is.</summary>
    private string? Condition(Production edge, int from, int entered)
    {
        if (edge.Kind == EventKind.EndElement)
        {
            return null;
        }

        var term = _layout.Terms[edge.Position];
        if (edge.Position == from && !IsRepeat(edge))
        {
            return $"{term.Index} < {Access(term)}.Count";
        }

        var conditions = term.Path.Skip(GroupMoves.Kept(_layout, from, edge))
            .Where(group => group.Record is { IsList: false })
            .Select(Presence)
            .Append(Presence(term))
            .OfType<string>().ToList();
        return conditions.Count == 0 ? null : string.Join(" && ", conditions);
    }

    /// <summary>Whether a term is there, as an expression; null where it always is.</summary>
    private string? Presence(Layout.Term term) =>
        term.Member.IsList ? term.Member.MinOccurs > 0 && !IsBranch(term) ? null : $"{Access(term)}.Count != 0"
        : term.Member.IsNullable ? $"{Access(term)} is not null"
        : null;

    private string? Presence(Layout.Group group) =>
        group.Record is not { } record ? null
        : record.IsList ? $"{Property(record, Owner(group))}.Count != 0"
        : record.IsNullable ? $"{Property(record, Owner(group))} is not null"
        : null;

    private static bool IsBranch(Layout.Term term) => term.Group is { Node.IsChoice: true };

    private static bool IsBranch(Layout.Group group) => group.Parent is { Node.IsChoice: true };
}
