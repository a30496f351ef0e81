using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Emits the encoder of a type in the same blocks as the decoder. In a state that can go on in several ways, the first
/// term that is present decides; its event code is a constant there.
/// </summary>
internal sealed partial class EncodeEmitter
{
    private const int LongestRun = 14;

    private readonly CodeWriter _code;
    private readonly TypePlan _plan;
    private readonly Layout _layout;
    private readonly JumpTargets _jumps;
    private readonly MixedSnippets _mixed;
    private readonly StateEmitter _states;
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
        _states = new StateEmitter(code, layout, _mixed, static term => term.Index, Flush, EmitSet);
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
            _code.Line(WriteSnippets.Content(_layout, term.Member, leaf.StringId, zeros, value));
        }
        else if (term.Member.Kind == MemberKind.Text && _zeros > 0)
        {
            var zeros = TakeZeros(term, 0);
            _code.Line(WriteSnippets.Content(_layout, term.Member, term.Value!.StringId, zeros, value, _plan.Attributes.Count > 0));
            _endWritten = true;
        }
        else
        {
            Flush();
            _code.Line(WriteSnippets.Value(_layout, term.Member, term.Value!.StringId, value));
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
