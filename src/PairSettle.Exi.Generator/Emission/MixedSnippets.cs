using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Grammars;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// What emitted code says about text between elements. Such text leads back to the state where it stands, so that state
/// has a label before its event code, and a count of the children tells where each text belongs.
/// </summary>
internal sealed class MixedSnippets
{
    private readonly CodeWriter _code;
    private readonly ValueNode? _text;
    private readonly Layout _layout;
    private readonly HashSet<int> _targets = [];

    public MixedSnippets(CodeWriter code, Layout layout)
    {
        _code = code;
        _layout = layout;
        _text = layout.Plan.Mixed;
        if (_text is not null)
        {
            foreach (var state in layout.Plan.Grammar.States)
            {
                foreach (var set in new[] { state.Productions, state.AtMaximum, state.BelowMinimum })
                {
                    if (set?.Find(EventKind.UntypedCharacters) is { } production)
                    {
                        _targets.Add(production.Target);
                    }
                }
            }
        }
    }

    /// <summary>Whether the type has a property for the text; without one text is refused.</summary>
    public bool IsHeld => _text is not null;

    public void DeclareForReading()
    {
        if (IsHeld)
        {
            _code.Line($"var {_layout.MixedLocal} = new ExiListBuilder<ExiMixedText>();");
            _code.Line($"var {_layout.ChildCount} = 0;");
        }
    }

    public void DeclareForWriting()
    {
        if (IsHeld)
        {
            _code.Line($"var {_layout.MixedIndex} = 0;");
            _code.Line($"var {_layout.ChildCount} = 0;");
        }
    }

    /// <summary>Whether text leads to a state, which then has a label.</summary>
    public bool IsTarget(GrammarState state) => _targets.Contains(state.Index);

    public void Label(GrammarState state) => _code.Label(Name(state.Index));

    public void CountChild()
    {
        if (IsHeld)
        {
            _code.Line($"{_layout.ChildCount}++;");
        }
    }

    /// <summary>Emits the branch that reads text.</summary>
    public void Read(Production production)
    {
        _code.If(
            $"!{_layout.MixedLocal}.Add(ref reader, new({_layout.ChildCount}, reader.ReadString({_text!.StringId}, 0, int.MaxValue)))",
            "return false;");
        _code.Line();
        _code.Line($"goto {Name(production.Target)};");
    }

    /// <summary>Emits the writing of the text that stands before the next child or the end.</summary>
    public void Write(Production production, int width)
    {
        var property = Escape(_text!.Member.Property);
        _code.Open($"if ({_layout.MixedIndex} < {property}.Count && {property}[{_layout.MixedIndex}].Position == {_layout.ChildCount})");
        _code.Line($"writer.WriteBits({production.Code}, {width});");
        _code.Line($"writer.WriteString({_text.StringId}, {property}[{_layout.MixedIndex}++].Value, 0, int.MaxValue);");
        _code.If("writer.Failed", "return false;");
        _code.Line();
        _code.Line($"goto {Name(production.Target)};");
        _code.Close();
        _code.Line();
    }

    /// <summary>Emits the check that every text has found its place.</summary>
    public void CheckWritten()
    {
        if (IsHeld)
        {
            _code.If($"{_layout.MixedIndex} < {Escape(_text!.Member.Property)}.Count", "return writer.Fail(ExiFault.OccurrenceOutOfRange);");
            _code.Line();
        }
    }

    private string Name(int state) => _layout.StateLabels[state];
}
