namespace PairSettle.Hal.ControlPilot;

/// <summary>What is known of a contactor: the permission that the host gave, and the position that the hardware confirms.</summary>
/// <param name="IsPermitted">Whether the host permits power.</param>
/// <param name="IsClosed">Whether the mirror contact reports the main contacts closed. This, not the permission, says that power can flow.</param>
/// <param name="Fault">A fault; <see cref="HalFault.None"/> where all is well.</param>
/// <param name="Sequence">The number of changes so far.</param>
/// <param name="Monotonic">The monotonic time (<see cref="MonotonicTime"/>) of the last change.</param>
public readonly record struct ContactorReading(bool IsPermitted, bool IsClosed, HalFault Fault, long Sequence, TimeSpan Monotonic);
