namespace PairSettle.Hal.ControlPilot;

/// <summary>
/// What the control pilot shows. The sequence number counts every change that the hardware saw, so that a reader that was late
/// sees by a gap that states came and went in between (a B-C-B toggle adds two although the state is the same).
/// </summary>
/// <param name="State">The state.</param>
/// <param name="Output">What the charger puts on the pilot now, which is the safe output after a watchdog trip.</param>
/// <param name="Fault">A fault of the circuit or of the host; <see cref="HalFault.None"/> where all is well.</param>
/// <param name="Sequence">The number of changes so far.</param>
/// <param name="Monotonic">The monotonic time (<see cref="MonotonicTime"/>) of the last change.</param>
public readonly record struct ControlPilotReading(
    ControlPilotState State, PilotOutput Output, HalFault Fault, long Sequence, TimeSpan Monotonic);
