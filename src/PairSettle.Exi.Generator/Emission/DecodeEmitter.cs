using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Emits the decoder of a type: one block for each term in the order of the schema, each followed by the event codes of
/// the state after it. A state that can go on in one way only falls through, and its zero bits are read with what
/// comes next; every other state is a switch on its first-level codes that jumps to the block of the term.
/// </summary>
internal sealed class DecodeEmitter
{
    private const int LongestRun = 16;

    private readonly CodeWriter _code;
    private readonly TypePlan _plan;
    private readonly Layout _layout;
    private readonly Construction _construction;
    private readonly JumpTargets _jumps;
    private readonly MixedSnippets _mixed;
    private readonly StateEmitter _states;
    private readonly HashSet<string> _labels;

    /// <summary>The bits of event codes that must be zero and have not been read yet.</summary>
    private int _zeros;

    public DecodeEmitter(CodeWriter code, Layout layout)
    {
        _code = code;
        _layout = layout;
        _plan = layout.Plan;
        _construction = new Construction(code, layout);
        _jumps = new JumpTargets(layout);
        _mixed = new MixedSnippets(code, layout);
        _states = new StateEmitter(code, layout, _mixed, static term => term.Local + ".Count", Flush, EmitSet);
        _labels = _jumps.Labels;
        if (_plan.Grammar.States.Any(state => _jumps.OptionalText(state.Productions) is { Member.Simple: not { MinLength: > 0, AllowsEmpty: false } }))
        {
            _labels.Add(layout.EndLabel);
        }
    }

    public void Emit()
    {
        var name = Escape(_plan.Type.Name);
        _code.Line($"/// <summary>Reads the content of an element of type {Xml(_plan.SchemaName.LocalName)}, up to and including its end tag.</summary>");
        _code.Open(_plan.IsValueType
            ? $"internal static bool TryReadExi(ref ExiReader reader, out {name} value)"
            : $"internal static bool TryReadExi(ref ExiReader reader, [NotNullWhen(true)] out {name}? value)");
        _code.Line(_plan.IsValueType ? "value = default;" : "value = null;");
        if (_plan.IsRecursive)
        {
            _code.If("!reader.Enter()", "return false;");
        }

        DeclareLocals();
        _code.Line();

        EmitState(_plan.Grammar.States[0]);
        for (var position = 0; position < _layout.Terms.Count; position++)
        {
            position = EmitBlock(position);
            EmitState(_plan.Grammar.States[position + 1]);
        }

        if (_labels.Contains(_layout.EndLabel))
        {
            Flush();
            _code.Label(_layout.EndLabel);
        }
        else
        {
            Flush();
        }

        if (_plan.IsRecursive)
        {
            _code.Line("reader.Leave();");
        }

        _construction.Make();
        _code.Line("return true;");
        _code.Close();
    }

    private void DeclareLocals()
    {
        _construction.Declare();
        _mixed.DeclareForReading();
        if (_layout.Terms.Any(term => term.HasSubstitutes))
        {
            _code.Line("int code;");
            _code.Line("var substitute = 0;");
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

        if (!_mixed.IsHeld && FixedRun.Find(_layout, _labels, position, _zeros) is { } run)
        {
            EmitRun(run);
            return run.Last.Position;
        }

        EmitTerm(term);
        return position;
    }

    /// <summary>Emits a run: from one load where all is well, element by element to find what is wrong.</summary>
    private void EmitRun(FixedRun run)
    {
        var ranges = string.Concat(run.Fields.Where(field => field.HasGaps).Select(field => $" && {ReadSnippets.FieldBits(field)} <= {field.Largest}"));
        var codes = $"{run.Bits}, 0x{run.Codes:X}";
        _code.Line($"// {string.Join(", ", run.Terms.Select(term => term.XmlName))}: at constant places.");
        _code.Open();
        _code.Open(run.Tail is { } tail
            ? $"if (reader.{ReadSnippets.Peek(tail.Member, codes, run.TailEnds)} is > 0 and var bits{ranges})"
            : $"if (reader.PeekRun({codes}, out var run){ranges})");
        _code.Line($"reader.Skip({(run.Tail is null ? $"{run.Bits}" : "bits")});");
        foreach (var field in run.Fields)
        {
            _code.Line($"{field.Term.Local} = {ReadSnippets.Field(_layout, field)};");
        }

        if (run.Tail is not null)
        {
            _code.Line($"{run.Tail.Local} = ({_layout.NameOf(run.Tail.Member.Value)})ending;");
        }

        _code.Close();
        _code.Open("else");
        foreach (var term in run.Terms)
        {
            if (term != run.Fields[0].Term)
            {
                EmitState(_plan.Grammar.States[term.Position]);
            }

            EmitSimpleElement(term);
        }

        if (run.EndsType)
        {
            EmitState(_plan.Grammar.States[run.Last.Position + 1]);
            Flush();
            _endRead = true;
        }

        _code.Close();
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
            AnySnippets.Read(_code, term);
        }
        else if (term.Value is { } value)
        {
            EmitValue(term, value.StringId);
        }
        else if (term.HasSubstitutes)
        {
            EmitSubstitutes(term);
        }
        else if (term.Member.Simple is not null)
        {
            EmitSimpleElement(term);
        }
        else
        {
            EmitRecordElement(term);
        }
    }

    private void EmitValue(Layout.Term term, int stringId)
    {
        // Text is reached by its own code: with it, the run before the value is at least one bit long.
        if (term.Member.Kind == MemberKind.Text && _zeros > 0)
        {
            _code.Line($"{term.Local} = {ReadSnippets.Content(_layout, term.Member, stringId, TakeZeros(0), _plan.Attributes.Count > 0)};");
        }
        else
        {
            Flush();
            _code.Line($"{term.Local} = {ReadSnippets.Value(_layout, term.Member, stringId)};");
            if (term.Member.Kind == MemberKind.Text)
            {
                _zeros = 1;
                EmitCheck(term);
                Flush();
                _endRead = true;
                return;
            }
        }

        EmitCheck(term);
        _endRead = term.Member.Kind == MemberKind.Text;
    }

    /// <summary>Whether the end tag of the element was read together with what is before it.</summary>
    private bool _endRead;

    private void EmitSimpleElement(Layout.Term term)
    {
        var read = ReadSnippets.Content(_layout, term.Member, term.Leaf!.StringId, TakeZeros(1));
        if (term.Member.IsList)
        {
            _code.If($"!{term.Local}.Add(ref reader, {read})", $"return reader.FailIn({Literal(term.XmlName)});");
            return;
        }

        _code.Line($"{term.Local} = {read};");
        EmitCheck(term);
    }

    private void EmitCheck(Layout.Term term) =>
        _code.If("reader.Failed", term.Member.Kind == MemberKind.Text ? "return false;" : $"return reader.FailIn({Literal(term.XmlName)});");

    private void EmitRecordElement(Layout.Term term)
    {
        Flush();
        var type = _layout.NameOf(term.Member.Value);
        var fail = $"return reader.FailIn({Literal(term.XmlName)});";
        if (term.Member.IsList)
        {
            _code.Open();
            _code.If($"!{type}.TryReadExi(ref reader, out var item) || !{term.Local}.Add(ref reader, item)", fail);
            _code.Close();
        }
        else if (term.Member is { IsNullable: true, Value.IsValueType: true })
        {
            _code.Open();
            _code.If($"!{type}.TryReadExi(ref reader, out var item)", fail);
            _code.Line();
            _code.Line($"{term.Local} = item;");
            _code.Close();
        }
        else
        {
            _code.If($"!{type}.TryReadExi(ref reader, out {term.Local})", fail);
        }
    }

    private void EmitSubstitutes(Layout.Term term)
    {
        Flush();
        _code.Open("switch (substitute)");
        var substitutes = term.Leaf!.Substitutes;
        for (var i = 0; i < substitutes.Count; i++)
        {
            var substitute = substitutes[i];
            if (substitute.IsAbstract)
            {
                continue;
            }

            _code.Line($"case {i}: // {substitute.Name.LocalName}");
            _code.Open();
            _code.If(
                $"!{_layout.NameOf(substitute.Type)}.TryReadExi(ref reader, out var element)"
                    + (term.Member.IsList ? $" || !{term.Local}.Add(ref reader, element)" : string.Empty),
                $"return reader.FailIn({Literal(substitute.Name.LocalName)});");
            _code.Line();
            if (!term.Member.IsList)
            {
                _code.Line($"{term.Local} = element;");
            }

            _code.Line("break;");
            _code.Close();
        }

        _code.Line("default: return reader.Fail(ExiFault.AbstractElement);");
        _code.Close();
        _code.Line();
    }

    private void EmitState(GrammarState state)
    {
        if (_endRead)
        {
            _endRead = false;
        }
        else
        {
            _states.Emit(state);
        }
    }

    /// <summary>Emits the choice between the productions of a state.</summary>
    /// <param name="productions">The productions.</param>
    /// <param name="from">The position that the state follows, or -1.</param>
    /// <param name="mayFall">Whether the zero bits of a single production may wait for what comes next.</param>
    private void EmitSet(ProductionSet productions, int from, bool mayFall)
    {
        var next = from + 1;
        if (productions.Count == 0)
        {
            Flush();
            _code.Line("return reader.Fail(ExiFault.UndeclaredContent);");
            return;
        }

        var optionalText = _jumps.OptionalText(productions);
        if (productions.Count == 1 && optionalText is null && !Refuses(productions.Productions[0]))
        {
            var production = productions.Productions[0];
            _code.Line();
            _code.Line($"// {Describe(productions)}");
            CloseGroups(production, from);
            if (JumpTargets.HasSubstitutes(_layout, production))
            {
                _code.Line("substitute = 0;");
            }

            _zeros++;
            if (!mayFall)
            {
                Flush();
            }

            if (TargetOf(production) is { } target && !IsNext(target, next))
            {
                Flush();
                _code.Line($"goto {target};");
            }

            return;
        }

        Flush();
        _code.Line();
        _code.Line($"// {Describe(productions)}");
        var usesCode = productions.Productions.Any(production => JumpTargets.HasSubstitutes(_layout, production));
        var read = $"reader.ReadEventCode({productions.Width}, {productions.Count + (optionalText is null ? 0 : 1)})";
        _code.Open(usesCode ? $"switch (code = {read})" : $"switch ({read})");
        for (var i = 0; i < productions.Count;)
        {
            var production = productions.Productions[i];
            var count = 1;
            if (JumpTargets.HasSubstitutes(_layout, production))
            {
                count = productions.Productions.Count(same => same.Position == production.Position);
            }

            var pattern = count == 1 ? $"case {i}:" : $"case >= {i} and < {i + count}:";
            i += count;
            if (production.Kind == EventKind.UntypedCharacters && _mixed.IsHeld)
            {
                _code.Open(pattern);
                _mixed.Read(production);
                _code.Close();
                continue;
            }

            if (Refuses(production) && count == 1)
            {
                _code.Line(production.IsAbstract
                    ? $"{pattern} return reader.Fail(ExiFault.AbstractElement);"
                    : $"{pattern} return reader.Fail(ExiFault.UnrepresentableContent);");
                continue;
            }

            var jump = IsNext(TargetOf(production)!, next) ? "break;" : $"goto {TargetOf(production)};";
            if (!JumpTargets.HasSubstitutes(_layout, production) && !ClosedRecords(production, from).Any())
            {
                _code.Line($"{pattern} {jump}");
                continue;
            }

            _code.Open(pattern);
            CloseGroups(production, from);
            if (JumpTargets.HasSubstitutes(_layout, production))
            {
                _code.Line(production.Code == 0 ? "substitute = code;" : $"substitute = code - {production.Code};");
            }

            _code.Line(jump);
            _code.Close();
        }

        if (optionalText is not null)
        {
            EmitEmpty(optionalText, productions.Count, from >= 0);
        }

        _code.Line("default: return false;");
        _code.Close();
        _code.Line();
    }

    /// <summary>Emits the escape of a state in which text or an attribute may come: the element may be empty.</summary>
    private void EmitEmpty(Layout.Term text, int code, bool afterAttributes)
    {
        _code.Line($"case {code}: // No text.");
        _code.Open();
        _code.If($"!reader.ReadEmptyContent(afterAttributes: {(afterAttributes ? "true" : "false")})", "return false;");
        _code.Line();
        if (text.Member.Simple is { MinLength: > 0, AllowsEmpty: false })
        {
            _code.Line("return reader.Fail(ExiFault.LengthOutOfRange);");
        }
        else
        {
            _code.Line($"{text.Local} = {(text.Member.Value.Kind switch { ValueKind.String => "string.Empty", ValueKind.Bytes => "ExiBytes.Empty", _ => "default" })};");
            _code.Line($"goto {_layout.EndLabel};");
        }

        _code.Close();
        _code.Line();
    }

    /// <summary>Puts the records of the groups together that an event leaves or begins anew, the innermost first.</summary>
    private void CloseGroups(Production production, int from)
    {
        foreach (var group in ClosedRecords(production, from))
        {
            _construction.MakeGroup(group);
        }
    }

    private IEnumerable<Layout.Group> ClosedRecords(Production production, int from) =>
        from < 0 ? [] : GroupMoves.Closed(_layout, from, production).Where(group => group.Record is not null);

    private static bool Refuses(Production production) =>
        production.IsAbstract || production.Kind is EventKind.UntypedCharacters;

    private string? TargetOf(Production production) =>
        production.Kind == EventKind.EndElement ? _layout.EndLabel : _layout.Terms[production.Position].Label;

    private bool IsNext(string? target, int next) =>
        target == (next < _layout.Terms.Count ? _layout.Terms[next].Label : _layout.EndLabel);

    private string Describe(ProductionSet productions) => GroupMoves.Describe(_layout, productions);

    /// <summary>The zero bits that are due, with the code of a characters event.</summary>
    private int TakeZeros(int characters)
    {
        if (_zeros + characters > LongestRun)
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
            _code.If($"!reader.ExpectZero({_zeros})", "return false;");
            _zeros = 0;
        }
    }
}
