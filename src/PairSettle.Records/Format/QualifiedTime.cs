namespace PairSettle.Records.Format;

/// <summary>An instant in whole milliseconds of UTC, with the quality of the clock that gave it.</summary>
public readonly record struct QualifiedTime
{
    /// <summary>Creates the instant; finer digits are cut off.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="quality">The quality of the clock.</param>
    public QualifiedTime(DateTimeOffset instant, TimeQuality quality)
    {
        Instant = TruncateToMilliseconds(instant);
        Quality = quality;
    }

    /// <summary>The instant in UTC.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>The quality of the clock.</summary>
    public TimeQuality Quality { get; }

    /// <summary>The instant with the OCMF letter of its quality, such as <c>2026-11-22T10:00:00.000Z S</c>.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => $"{Instant:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Quality.ToString()[0]}";

    internal static DateTimeOffset TruncateToMilliseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
