using PairSettle.Records.Journal;

namespace PairSettle.Records.Settlement;

/// <summary>
/// The charger's side of pair settlement as a pure machine: no clock, no randomness, no keys, no link; all of that comes in as inputs
/// and goes out as outputs. Every state answers every input.
/// </summary>
public static class ChargerSettlement
{
    /// <summary>A charger without a past.</summary>
    /// <param name="options">What the charger brings.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static ChargerState Create(ChargerSettlementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new() { Options = options };
    }

    /// <summary>
    /// Rebuilds the state from the journal alone, whole or cut off behind any entry. An open session resumes where it can only settle:
    /// power was lost with the restart and is not permitted again.
    /// </summary>
    /// <param name="options">What the charger brings.</param>
    /// <param name="entries">The entries, oldest first.</param>
    /// <returns>The state; the host goes on with <see cref="SettlementInput.Started"/>.</returns>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static ChargerState Recover(ChargerSettlementOptions options, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return ChargerRecovery.Run(Create(options), entries);
    }

    /// <summary>Answers one input.</summary>
    /// <param name="state">The state.</param>
    /// <param name="input">The input.</param>
    /// <returns>The new state and what the host does.</returns>
    /// <exception cref="SettlementInvariantException">A safety property is broken: a bug of this machine. The host withdraws power.</exception>
    public static ChargerStep Step(ChargerState state, SettlementInput input)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        SettlementInvariants.Check(state);
        var step = new ChargerMachine(state, input.At).Run(input);
        SettlementInvariants.Check(state, step);
        return step;
    }
}
