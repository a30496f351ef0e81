namespace PairSettle.Iso15118.Secc;

/// <summary>The timers that run, as part of the state: an expiry of one that does not run is stale and changes nothing.</summary>
/// <param name="Bits">One bit per <see cref="SeccTimer"/>.</param>
public readonly record struct SeccTimers(int Bits)
{
    /// <summary>Whether a timer runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <returns>True from its arming to its expiry or cancellation.</returns>
    public bool Contains(SeccTimer timer) => (Bits & (1 << (int)timer)) != 0;

    internal SeccTimers With(SeccTimer timer) => new(Bits | (1 << (int)timer));

    internal SeccTimers Without(SeccTimer timer) => new(Bits & ~(1 << (int)timer));
}
