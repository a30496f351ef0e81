using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>A non-terminal of a type's grammar. State 0 is the first; state n + 1 follows the term at position n.</summary>
internal sealed record GrammarState
{
    public required int Index { get; init; }

    /// <summary>Whether attributes that the schema does not declare may still come.</summary>
    public bool AdmitsAttributes { get; init; }

    /// <summary>The productions; where the state repeats, those between the minimum and the maximum of occurrences.</summary>
    public required ProductionSet Productions { get; init; }

    /// <summary>How often the term before this state may occur, where that is more than once.</summary>
    public Repetition? Repetition { get; init; }

    /// <summary>The productions while the term has occurred too rarely, or null where that cannot be.</summary>
    public ProductionSet? BelowMinimum { get; init; }

    /// <summary>The productions when the term has occurred as often as it may, or null where it is unbounded.</summary>
    public ProductionSet? AtMaximum { get; init; }
}
