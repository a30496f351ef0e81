using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Verification;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

public sealed class SettlementSimulationTests
{
    [Fact]
    public void Run_WithoutFaults_EndsInOneMatchedPair()
    {
        var world = SettlementWorld.Create(TestSession.SharedKeys);
        var report = SettlementSimulation.Run(world, new() { Seed = 1 });

        var charger = Assert.Single(report.ChargerRecords);
        var vehicle = Assert.Single(report.VehicleRecords);
        Assert.Equal(SettlementOutcome.Matched, charger.Outcome);
        Assert.Equal(charger.Record.Id, vehicle.Record.Id);
        var verified = RecordVerifier.Verify(charger.Record, world.Pki.Anchors, RecordPolicy.Default);
        Assert.True(verified.Verdict == RecordVerdict.Valid, string.Join("\n", verified.Findings.Where(f => f.Outcome != FindingOutcome.Passed)));
        Assert.Equal(EvidenceGrade.Paired, verified.Grade);
    }
}
