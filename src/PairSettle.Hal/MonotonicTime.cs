namespace PairSettle.Hal;

/// <summary>Readings of the monotonic clock that every sample and every reading of this package carries.</summary>
public static class MonotonicTime
{
    /// <summary>
    /// The monotonic time of a provider, counted from an origin that is the same for all users of that provider and means nothing else.
    /// It never jumps when somebody sets the wall clock.
    /// </summary>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>The time since the provider's origin.</returns>
    public static TimeSpan GetMonotonicTime(this TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider.GetElapsedTime(0);
    }
}
