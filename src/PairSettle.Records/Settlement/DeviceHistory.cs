using System.Collections.Immutable;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>What a device carries from record to record: the chain that makes a dropped or backdated record visible.</summary>
public sealed record DeviceHistory
{
    // The newest heads of the peers met last; a bound on memory, not on the number of peers.
    private const int MaxPeers = 4096;

    /// <summary>A device that has signed nothing yet.</summary>
    public static DeviceHistory Empty { get; } = new();

    /// <summary>How often the device has started.</summary>
    public long BootCounter { get; init; }

    /// <summary>The number of half-records that the device has signed.</summary>
    public long RecordCounter { get; init; }

    /// <summary>The hash of the last one.</summary>
    public Digest Head { get; init; }

    /// <summary>Energy into vehicles over all records.</summary>
    public long CumulativeImportWh { get; init; }

    /// <summary>Energy out of vehicles over all records.</summary>
    public long CumulativeExportWh { get; init; }

    /// <summary>Cost over all records, by currency, in smallest units.</summary>
    public ImmutableDictionary<Currency, long> CumulativeCost { get; init; } = ImmutableDictionary<Currency, long>.Empty;

    /// <summary>The latest time that the device signed or that verified evidence proved; it signs nothing earlier.</summary>
    public DateTimeOffset? Floor { get; init; }

    /// <summary>What the meter showed at the end of the last record, or null.</summary>
    public MeterStatement? LastMeter { get; init; }

    /// <summary>The newest record that was seen of every peer, by the hash of its certificate.</summary>
    public ImmutableDictionary<Digest, DeviceHead> Peers { get; init; } = ImmutableDictionary<Digest, DeviceHead>.Empty;

    /// <summary>What every contract took since the device was last online, by the hash of its certificate.</summary>
    public ImmutableDictionary<Digest, OfflineUse> Offline { get; init; } = ImmutableDictionary<Digest, OfflineUse>.Empty;

    /// <summary>Where the next record of this device stands.</summary>
    internal DeviceState Next(long importWh, long exportWh, Money cost, MeterStatement? startMeter, Digest peer) => new()
    {
        RecordCounter = RecordCounter + 1,
        BootCounter = BootCounter,
        PreviousRecord = Head,
        CumulativeImportWh = CumulativeImportWh + importWh,
        CumulativeExportWh = CumulativeExportWh + exportWh,
        CumulativeCost = new(CumulativeCost.GetValueOrDefault(cost.Currency) + cost.MinorUnits, cost.Currency),
        UnaccountedWh = UnaccountedWh(startMeter),
        PeerHead = Peers.GetValueOrDefault(peer),
    };

    /// <summary>Energy that the meter counted between the records.</summary>
    internal long UnaccountedWh(MeterStatement? startMeter) =>
        startMeter is not null && LastMeter is { } last && last.MeterSerial == startMeter.MeterSerial
            ? Math.Max(0, startMeter.ImportWh - last.ImportWh)
            : 0;

    internal DeviceHistory Started() => this with { BootCounter = BootCounter + 1 };

    internal DeviceHistory Online() => this with { Offline = ImmutableDictionary<Digest, OfflineUse>.Empty };

    internal DeviceHistory Saw(DateTimeOffset? instant) => instant > (Floor ?? DateTimeOffset.MinValue) ? this with { Floor = instant } : this;

    /// <summary>The device signed a half-record.</summary>
    internal DeviceHistory After(HalfRecord half, Digest hash)
    {
        var used = half.PeerCertificate is { } peer ? Offline.GetValueOrDefault(peer) ?? new(0, 0) : null;
        return Saw(half.EndedAt.Instant) with
        {
            RecordCounter = half.Device.RecordCounter,
            Head = hash,
            CumulativeImportWh = half.Device.CumulativeImportWh,
            CumulativeExportWh = half.Device.CumulativeExportWh,
            CumulativeCost = CumulativeCost.SetItem(half.Cost.Currency, half.Device.CumulativeCost.MinorUnits),
            LastMeter = half.EndMeter ?? LastMeter,
            Offline = used is null
                ? Offline
                : Offline.SetItem(half.PeerCertificate!.Value, new(used.Sessions + 1, used.MinorUnits + half.Cost.MinorUnits)),
        };
    }

    /// <summary>The device saw a half-record of a peer.</summary>
    internal DeviceHistory Met(HalfRecord half, Digest hash)
    {
        if (Peers.GetValueOrDefault(half.OwnCertificate) is { } known && known.RecordCounter >= half.Device.RecordCounter)
        {
            return this;
        }

        var peers = Peers.Count < MaxPeers || Peers.ContainsKey(half.OwnCertificate) ? Peers : Peers.Remove(Peers.Keys.First());
        return this with { Peers = peers.SetItem(half.OwnCertificate, new(half.Device.RecordCounter, hash)) };
    }
}
