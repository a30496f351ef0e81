using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Emits the encoder of a type in the same blocks as the decoder. In a state that can go on in several ways, the first
/// term that is present decides; its event code is a constant there.
/// </summary>
internal sealed class EncodeEmitter
{
    private const int LongestRun = 14;

    private readonly CodeWriter _code;
    private readonly TypePlan _plan;
    private readonly Layout _layout;
    private readonly JumpTargets _jumps;
    private readonly MixedSnippets _mixed;
    private readonly HashSet<string> _labels;
    private int _zeros;
    private bool _endWritten;

    public EncodeEmitter(CodeWriter code, Layout layout)
    {
        _code = code;
        _layout = layout;
        _plan = layout.Plan;
        _jumps = new JumpTargets(layout);
        _mixed = new MixedSnippets(code, layout);
        _labels = new HashSet<string>(_jumps.Labels, StringComparer.Ordinal);
    }

    public void Emit()
    {
        _code.Line($"/// <summary>Writes the content of an element of type {Xml(_plan.SchemaName.LocalName)}, up to and including its end tag.</summary>");
        _code.Open($"internal {(_plan.HidesBase ? "new " : string.Empty)}bool WriteExi(ref ExiWriter writer)");
        EmitChecks();
        DeclareLocals();
        _code.Line();
        EmitState(_plan.Grammar.States[0]);
        for (var position = 0; position < _layout.Terms.Count; position++)
        {
            position = EmitBlock(position);
            EmitState(_plan.Grammar.States[position + 1]);
        }

        Flush();
        if (_labels.Contains(_layout.EndLabel))
        {
            _code.Label(_layout.EndLabel);
        }

        _mixed.CheckWritten();
        _code.Line("return true;");
        _code.Close();
    }

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

    private void DeclareLocals()
    {
        _mixed.DeclareForWriting();
        foreach (var term in _layout.Terms.Where(term => term.Member is { IsList: true, Kind: MemberKind.Element or MemberKind.Any }))
        {
            _code.Line($"var {term.Index} = 0;");
        }

        foreach (var group in _layout.Groups.Where(group => group.Record is { IsList: true }))
        {
            _code.Line($"var {group.Index} = 0;");
            _code.Line($"{_layout.NameOf(group.Record!.Value)}{(group.Record.Value.IsValueType ? string.Empty : "?")} {group.Current} = default;");
        }

        foreach (var term in _layout.Terms.Where(term => term.HasSubstitutes))
        {
            _code.Line($"var {term.Local}Code = 0u;");
            _code.Line($"var {term.Local}Width = 0;");
        }
    }

    /// <summary>Emits a term, or a run that begins with it; returns the position of the last one.</summary>
    private int EmitBlock(int position)
    {
        var term = _layout.Terms[position];
        if (_labels.Contains(term.Label))
        {
            Flush();
            _code.Label(term.Label);
        }

        if (!_mixed.IsHeld && FixedRun.Find(_layout, _jumps.Labels, position, _zeros) is { } run)
        {
            EmitRun(run);
            return run.Last.Position;
        }

        EmitTerm(term);
        return position;
    }

    /// <summary>Emits a run: as one number where all is well, element by element to find what is wrong.</summary>
    private void EmitRun(FixedRun run)
    {
        _code.Line($"// {string.Join(", ", run.Terms.Select(term => term.XmlName))}: at constant places.");
        foreach (var field in run.Fields)
        {
            _code.Line($"uint {field.Term.Local}Bits = {WriteSnippets.Field(field.Term.Member, ValueOf(field.Term))};");
        }

        var isLong = run.Bits > 32;
        var fields = string.Join(" | ", run.Fields.Where(field => field.Width > 0).Select(field =>
            $"{(isLong ? "(ulong)" : string.Empty)}{field.Term.Local}Bits{(field.Shift == 0 ? string.Empty : $" << {field.Shift}")}").DefaultIfEmpty("0"));
        var conditions = run.Fields.Where(field => field.MayExceed)
            .Select(field => $"{field.Term.Local}Bits <= {field.Largest}").ToList();
        if (run.Tail is { } tail)
        {
            conditions.Add(WriteSnippets.TryWriteRun(tail.Member, fields, run, ValueOf(tail)));
            _code.Open($"if (!({string.Join(" && ", conditions)}))");
        }
        else
        {
            var write = isLong ? $"writer.WriteRun({fields}, {run.Bits});" : $"writer.WriteBits({fields}, {run.Bits});";
            if (conditions.Count == 0)
            {
                _code.Line(write);
                _zeros = 0;
                _endWritten = run.EndsType;
                return;
            }

            _code.If(string.Join(" && ", conditions), write);
            _code.Open("else");
        }

        foreach (var term in run.Terms)
        {
            if (term != run.Fields[0].Term)
            {
                EmitState(_plan.Grammar.States[term.Position]);
            }

            EmitTerm(term);
        }

        if (run.EndsType)
        {
            EmitState(_plan.Grammar.States[run.Last.Position + 1]);
            Flush();
            _endWritten = true;
        }

        _code.Close();
    }

    private void EmitTerm(Layout.Term term)
    {
        if (term.Leaf is not null)
        {
            _mixed.CountChild();
        }

        if (term.Member.Kind == MemberKind.Any)
        {
            Flush();
            AnySnippets.Write(_code, term, ItemOf(term));
            return;
        }

        var fail = $"return writer.FailIn({Literal(term.XmlName)});";
        if (term.HasSubstitutes)
        {
            EmitSubstitutes(term);
            return;
        }

        if (term.Member.Simple is not null)
        {
            EmitSimple(term, ValueOf(term));
            _code.If("writer.Failed", term.Member.Kind == MemberKind.Text ? "return false;" : fail);
            return;
        }

        Flush();
        var item = ItemOf(term);
        if (term.Member.Value.IsValueType)
        {
            _code.If($"!{item}{(term.Member.IsNullable ? ".Value" : string.Empty)}.WriteExi(ref writer)", fail);
            return;
        }

        var type = _layout.NameOf(term.Member.Value);
        _code.Open();
        _code.Line($"var element = {item};");
        if (term.Member.Value.IsOpen)
        {
            _code.Open($"if (element is not null && element.GetType() != typeof({type}))");
            _code.Line("writer.Fail(ExiFault.UnexpectedType);");
            _code.Line(fail);
            _code.Close();
            _code.Line();
        }

        _code.If("!(element?.WriteExi(ref writer) ?? writer.Fail(ExiFault.MissingValue))", fail);
        _code.Close();
    }

    private void EmitSimple(Layout.Term term, string value)
    {
        if (term.Leaf is { } leaf)
        {
            var zeros = TakeZeros(term, 1);
            _code.Line(WriteSnippets.Content(term.Member, leaf.StringId, zeros, value));
        }
        else if (term.Member.Kind == MemberKind.Text && _zeros > 0)
        {
            var zeros = TakeZeros(term, 0);
            _code.Line(WriteSnippets.Content(term.Member, term.Value!.StringId, zeros, value, _plan.Attributes.Count > 0));
            _endWritten = true;
        }
        else
        {
            Flush();
            _code.Line(WriteSnippets.Value(term.Member, term.Value!.StringId, value));
            if (term.Member.Kind == MemberKind.Text)
            {
                _zeros = 1;
                Flush();
                _endWritten = true;
            }
        }
    }

    private void EmitSubstitutes(Layout.Term term)
    {
        Flush();
        _code.Open($"switch ({ItemOf(term)})");
        var substitutes = term.Leaf!.Substitutes.Select((substitute, index) => (substitute, index)).Where(entry => !entry.substitute.IsAbstract);
        foreach (var (substitute, index) in substitutes.OrderByDescending(entry => entry.substitute.Depth))
        {
            _code.Line($"case {_layout.NameOf(substitute.Type)} element:");
            _code.Open();
            _code.Line($"writer.WriteBits({term.Local}Code{(index == 0 ? string.Empty : $" + {index}")}, {term.Local}Width);");
            _code.If("!element.WriteExi(ref writer)", $"return writer.FailIn({Literal(substitute.Name.LocalName)});");
            _code.Line();
            _code.Line("break;");
            _code.Close();
        }

        _code.Open("default:");
        _code.Line("writer.Fail(ExiFault.UnexpectedType);");
        _code.Line($"return writer.FailIn({Literal(term.XmlName)});");
        _code.Close();
        _code.Close();
        _code.Line();
    }

    private void EmitState(GrammarState state)
    {
        var position = state.Index - 1;
        var term = position < 0 ? null : _layout.Terms[position];
        if (_endWritten)
        {
            _endWritten = false;
            return;
        }

        if (_mixed.IsTarget(state))
        {
            Flush();
            _code.Line();
            _mixed.Label(state);
        }

        if (state.Repetition is not { } repetition || (state.AtMaximum is null && state.BelowMinimum is null))
        {
            EmitSet(state.Productions, position, true);
            return;
        }

        Flush();
        _code.Line();
        var isFirst = true;
        if (state.BelowMinimum is { } below)
        {
            Branch($"if ({term!.Index} < {repetition.Minimum})", below);
        }

        if (state.AtMaximum is { } full)
        {
            Branch($"{(isFirst ? string.Empty : "else ")}if ({term!.Index} < {repetition.Maximum})", state.Productions);
            Branch("else", full);
        }
        else
        {
            Branch("else", state.Productions);
        }

        _code.Line();

        void Branch(string header, ProductionSet productions)
        {
            _code.Open(header);
            EmitSet(productions, position, false);
            _code.Close();
            isFirst = false;
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

        var isEmpty = text.Member.Value.Kind == ValueKind.String ? $"{Access(text)} is \"\"" : $"{Access(text)}.Length == 0";
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

    /// <summary>The property of a term on the object that holds it.</summary>
    private static string Access(Layout.Term term)
    {
        var holder = term.Path.LastOrDefault(group => group.Record is not null);
        return Property(term.Member, holder is null ? "this" : Instance(holder));
    }

    private static string Owner(Layout.Group group)
    {
        var holder = group.Parent?.Path.LastOrDefault(outer => outer.Record is not null);
        return holder is null ? "this" : Instance(holder);
    }

    private static string Instance(Layout.Group group) =>
        group.Record!.IsList
            ? group.Record.Value.IsValueType ? group.Current : group.Current + "!"
            : Property(group.Record, Owner(group)) + (group.Record.IsNullable ? group.Record.Value.IsValueType ? ".Value" : "!" : string.Empty);

    private static string Property(MemberShape member, string owner) => owner == "this" ? Escape(member.Property) : $"{owner}.{Escape(member.Property)}";

    private static string ItemOf(Layout.Term term) => term.Member.IsList ? $"{Access(term)}.Span[{term.Index}++]" : Access(term);

    private static string ValueOf(Layout.Term term) =>
        term.Member.IsNullable ? ItemOf(term) + (term.Member.Value.IsValueType ? ".Value" : "!") : ItemOf(term);

    private int TakeZeros(Layout.Term term, int characters)
    {
        var width = Representations.FixedWidth(term.Member.Simple!) ?? 0;
        if (_zeros + characters > LongestRun || _zeros + characters + width + 1 > 31)
        {
            Flush();
        }

        var zeros = _zeros + characters;
        _zeros = 0;
        return zeros;
    }

    private void Flush()
    {
        if (_zeros > 0)
        {
            _code.Line($"writer.WriteBits(0, {_zeros});");
            _zeros = 0;
        }
    }
}
