using PairSettle.Records.Format;
using PairSettle.Testing.Pki;
using PairSettle.Testing.Simulation;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>A paired record and its anchors on disk, from a simulated session of one minute.</summary>
public sealed class RecordFixture : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public RecordFixture()
    {
        using var pki = ThrowAwayPki.Create(Now);
        using var otherPki = ThrowAwayPki.Create(Now);
        pki.Anchors.Save(Anchors);
        otherPki.Anchors.Save(OtherAnchors);

        var run = SettlementSimulation.Run(SettlementWorld.Create(pki), new() { Seed = 1, ChargeFor = TimeSpan.FromMinutes(1) });
        var record = Assert.Single(run.VehicleRecords).Record;
        File.WriteAllBytes(Record, record.ToDer());
        (Id, ChargerWh, VehicleWh) = (record.Id.ToString(), record.ChargerHalf!.Content.ImportWh, record.VehicleHalf!.Content.ImportWh);
    }

    public string Record => _folder.PathOf("session" + PairRecord.FileExtension);

    public string Anchors => _folder.PathOf("anchors");

    public string OtherAnchors => _folder.PathOf("other-anchors");

    public string Id { get; }

    public long ChargerWh { get; }

    public long VehicleWh { get; }

    public void Dispose() => _folder.Dispose();
}
