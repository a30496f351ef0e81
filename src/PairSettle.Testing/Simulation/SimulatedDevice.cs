using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Testing.Links;

namespace PairSettle.Testing.Simulation;

/// <summary>One device of a simulation: its machine, its journal and its clocks. What it does to the world goes through the runner.</summary>
internal sealed class SimulatedDevice
{
    private readonly Func<SettlementInput, ImmutableArray<SettlementOutput>> _step;
    private readonly Action<IEnumerable<JournalEntry>> _recover;
    private readonly double _rate;
    private readonly DateTimeOffset _wallOrigin;

    public SimulatedDevice(
        PartyRole role,
        Credential credential,
        DateTimeOffset start,
        SimulationOptions options,
        SplitMix64 chance,
        Func<SettlementInput, ImmutableArray<SettlementOutput>> step,
        Action<IEnumerable<JournalEntry>> recover)
    {
        Role = role;
        Credential = credential;
        _step = step;
        _recover = recover;
        var offset = options.MaxClockOffset * ((chance.Below(2001) - 1000) / 1000.0);
        _wallOrigin = start + offset;
        _rate = 1 + (options.MaxClockDriftPpm * (chance.Below(2001) - 1000) / 1000.0 / 1_000_000);
    }

    public PartyRole Role { get; }

    public Credential Credential { get; }

    public List<JournalEntry> Journal { get; } = [];

    public List<SettledSession> Published { get; } = [];

    /// <summary>When each running timer fires, with the number of its arming.</summary>
    public Dictionary<SettlementTimer, long> Timers { get; } = [];

    public bool IsUp { get; set; } = true;

    public bool HasVanished { get; set; }

    public bool PowerPermitted { get; set; }

    public int OutputCount { get; set; }

    public int MessageCount { get; set; }

    private TimeSpan BootedAt { get; set; }

    public SettlementTime TimeAt(TimeSpan now) => new(
        new(_wallOrigin + (now * _rate), TimeQuality.Informative), (now - BootedAt) * _rate);

    public TimeSpan GlobalDelay(TimeSpan local) => local / _rate;

    public ImmutableArray<SettlementOutput> Step(SettlementInput input) => _step(input);

    /// <summary>The memory is gone; the journal stays.</summary>
    public void Crash()
    {
        IsUp = false;
        PowerPermitted = false;
        Timers.Clear();
    }

    public void Boot(TimeSpan now)
    {
        IsUp = true;
        BootedAt = now;
        _recover(Journal);
    }
}
