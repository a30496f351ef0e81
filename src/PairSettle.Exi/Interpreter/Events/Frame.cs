using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>An element that is open, or the document around all (which has no name).</summary>
internal struct Frame
{
    public Rule Rule;

    /// <summary>How often the term before the rule occurred, where that is counted.</summary>
    public int Occurrences;

    public NameEntry? Name;

    /// <summary>Moves to the rule after an event.</summary>
    public void Follow(Production production) => Rule = Rule.Follow(production, ref Occurrences) ?? Rule;

    /// <summary>Moves to a rule that nothing leads to.</summary>
    public void MoveTo(Rule rule) => (Rule, Occurrences) = (rule, 0);
}
