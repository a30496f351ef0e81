namespace PairSettle.Iso15118.Evcc;

/// <summary>The timers that run, as part of the state: an expiry of one that does not run is stale and changes nothing.</summary>
/// <param name="Bits">One bit per <see cref="EvccTimer"/>.</param>
public readonly record struct EvccTimers(int Bits)
{
    /// <summary>Whether a timer runs.</summary>
    /// <param name="timer">The timer.</param>
    /// <returns>True from its arming to its expiry or cancellation.</returns>
    public bool Contains(EvccTimer timer) => (Bits & (1 << (int)timer)) != 0;

    internal EvccTimers With(EvccTimer timer) => new(Bits | (1 << (int)timer));

    internal EvccTimers Without(EvccTimer timer) => new(Bits & ~(1 << (int)timer));
}
