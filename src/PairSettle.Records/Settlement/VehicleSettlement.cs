using PairSettle.Records.Journal;

namespace PairSettle.Records.Settlement;

/// <summary>
/// The vehicle's side of pair settlement as a pure machine: no clock, no randomness, no keys, no link; all of that comes in as inputs
/// and goes out as outputs. Every state answers every input.
/// </summary>
public static class VehicleSettlement
{
    /// <summary>A vehicle without a past.</summary>
    /// <param name="options">What the vehicle brings.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static VehicleState Create(VehicleSettlementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new() { Options = options };
    }

    /// <summary>
    /// Rebuilds the state from the journal alone, whole or cut off behind any entry. An open session resumes where it can only settle:
    /// no power is drawn any more.
    /// </summary>
    /// <param name="options">What the vehicle brings.</param>
    /// <param name="entries">The entries, oldest first.</param>
    /// <returns>The state; the host goes on with <see cref="SettlementInput.Started"/>.</returns>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static VehicleState Recover(VehicleSettlementOptions options, IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return VehicleRecovery.Run(Create(options), entries);
    }

    /// <summary>Answers one input.</summary>
    /// <param name="state">The state.</param>
    /// <param name="input">The input.</param>
    /// <returns>The new state and what the host does.</returns>
    /// <exception cref="SettlementInvariantException">A safety property is broken: a bug of this machine. The host ceases to draw power.</exception>
    public static VehicleStep Step(VehicleState state, SettlementInput input)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        SettlementInvariants.Check(state);
        var step = new VehicleMachine(state, input.At).Run(input);
        SettlementInvariants.Check(state, step);
        return step;
    }
}
