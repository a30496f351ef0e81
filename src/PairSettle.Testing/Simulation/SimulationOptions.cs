using PairSettle.Records.Format;

namespace PairSettle.Testing.Simulation;

/// <summary>What happens in a simulated run; chances are in thousandths. The default is an undisturbed session.</summary>
public sealed record SimulationOptions
{
    /// <summary>Fixes everything that is left to chance.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many sessions are to be charged, one after the other.</summary>
    public int Sessions { get; init; } = 1;

    /// <summary>For how long after the permission the vehicle draws before it stops.</summary>
    public TimeSpan ChargeFor { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The power, in watts.</summary>
    public int PowerW { get; init; } = 22_000;

    /// <summary>What the vehicle measures of it, in thousandths.</summary>
    public int VehicleShare { get; init; } = 992;

    /// <summary>What the charger's meter counts of it, in thousandths; more than a thousand over-reads.</summary>
    public int ChargerShare { get; init; } = 1000;

    /// <summary>The time between two readings.</summary>
    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long faults happen; afterwards everything works.</summary>
    public TimeSpan FaultsFor { get; init; }

    /// <summary>The chance that a message is lost.</summary>
    public int DropPerMille { get; init; }

    /// <summary>The chance that a message arrives twice.</summary>
    public int DuplicatePerMille { get; init; }

    /// <summary>The longest way of a message; each takes a random part of it, so that messages overtake each other.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>The chance, at each output, that the device crashes before it is performed.</summary>
    public int CrashPerMille { get; init; }

    /// <summary>The chance, at each reading, that the link breaks for some seconds.</summary>
    public int BreakPerMille { get; init; }

    /// <summary>How far each clock may be off.</summary>
    public TimeSpan MaxClockOffset { get; init; }

    /// <summary>How far the rate of each clock may be off, in parts per million.</summary>
    public int MaxClockDriftPpm { get; init; }

    /// <summary>Takes a message on its way and returns what arrives instead; null leaves all messages as they are.</summary>
    public Func<PartyRole, ReadOnlyMemory<byte>, IEnumerable<ReadOnlyMemory<byte>>>? OnMessage { get; init; }

    /// <summary>Crashes a device at one output, counted from 0 over the run; null leaves crashes to chance.</summary>
    public (PartyRole Role, int Output)? CrashAt { get; init; }

    /// <summary>Lets a device vanish for good when it has sent so many messages; null for never.</summary>
    public (PartyRole Role, int Messages)? VanishAfter { get; init; }

    /// <summary>Takes a line for everything that happens; null for none.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>When the run ends at the latest.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromHours(2);
}
