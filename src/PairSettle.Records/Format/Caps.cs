namespace PairSettle.Records.Format;

/// <summary>The most that one session may take. A limit that is null does not limit.</summary>
public sealed record Caps
{
    /// <summary>No limits.</summary>
    public static Caps None { get; } = new();

    /// <summary>Energy into the vehicle.</summary>
    public long? EnergyWh { get; init; }

    /// <summary>The total to pay, taxes included.</summary>
    public Money? Amount { get; init; }

    /// <summary>The time from permission to the end, in whole seconds.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether all three limits are given.</summary>
    public bool IsComplete => EnergyWh is not null && Amount is not null && Duration is not null;

    /// <summary>The lower of each limit; a limit that only one side has stays. Amounts of another currency stay as they are.</summary>
    /// <param name="other">The other limits.</param>
    /// <returns>Limits that satisfy both.</returns>
    public Caps Tighten(Caps other) => new()
    {
        EnergyWh = EnergyWh is { } energy && other.EnergyWh is { } otherEnergy ? Math.Min(energy, otherEnergy) : EnergyWh ?? other.EnergyWh,
        Amount = Amount is { } amount && other.Amount is { } otherAmount
            ? otherAmount.Currency == amount.Currency && otherAmount < amount ? otherAmount : amount
            : Amount ?? other.Amount,
        Duration = Duration is { } duration && other.Duration is { } otherDuration
            ? (duration < otherDuration ? duration : otherDuration)
            : Duration ?? other.Duration,
    };

    /// <summary>Whether every limit of the outer caps is kept by these.</summary>
    /// <param name="outer">The wider limits.</param>
    /// <returns>True when these are at least as tight, in the same currency.</returns>
    public bool IsWithin(Caps outer) =>
        (outer.EnergyWh is not { } energy || EnergyWh <= energy)
        && (outer.Amount is not { } amount || (Amount is { } own && own.Currency == amount.Currency && own.MinorUnits <= amount.MinorUnits))
        && (outer.Duration is not { } duration || Duration <= duration);
}
