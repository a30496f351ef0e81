using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Verification;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

public sealed class GoldenSessionTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    internal static Duel Play(SettlementWorld? world = null)
    {
        var duel = new Duel(world ?? World);
        duel.Agree();
        duel.Draw(70);
        duel.Draw(70);
        duel.Draw(70);
        duel.Stop();
        return duel;
    }

    [Fact]
    public void Step_HonestSession_ChargerActsInTheDocumentedOrder()
    {
        Assert.Equal(
            [
                "Persist Hello", "Persist Disclosure", "Persist Offer", "Send Offer",
                "Persist Acceptance", "Sign Checkpoint", "Persist Checkpoint", "PermitPower", "Send Checkpoint", "Persist CheckpointAck",
                "Sign Checkpoint", "Persist Checkpoint", "Send Checkpoint", "Persist CheckpointAck",
                "WithdrawPower VehicleStopped",
                "Sign Checkpoint", "Persist Checkpoint", "Send Checkpoint", "Persist CheckpointAck",
                "Sign HalfRecord", "Persist OwnHalf", "Send HalfRecord",
                "Persist PeerHalf", "Persist Record", "Publish Matched",
            ],
            Deeds(Play(), PartyRole.Charger, afterSign: "Offer"));
    }

    [Fact]
    public void Step_HonestSession_VehicleActsInTheDocumentedOrder()
    {
        Assert.Equal(
            [
                "Persist Hello", "Persist Offer", "Persist Disclosure", "Persist Acceptance", "Send Acceptance",
                "Sign CheckpointAck", "Persist Checkpoint", "Persist CheckpointAck", "PermitPower", "Send CheckpointAck",
                "Sign CheckpointAck", "Persist Checkpoint", "Persist CheckpointAck", "Send CheckpointAck",
                "WithdrawPower VehicleStopped", "Send Stop",
                "Sign CheckpointAck", "Persist Checkpoint", "Persist CheckpointAck", "Send CheckpointAck",
                "Persist PeerHalf", "Sign HalfRecord", "Persist OwnHalf", "Send HalfRecord", "Persist Record", "Publish Matched",
            ],
            Deeds(Play(), PartyRole.Vehicle, afterSign: "Acceptance"));
    }

    [Fact]
    public void Step_HonestSession_PublishesOneValidPairedRecord()
    {
        var duel = Play();
        var charger = Assert.Single(duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger)).Settled.Record;
        var vehicle = Assert.Single(duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Vehicle)).Settled.Record;

        Assert.Equal(charger.Id, vehicle.Id);
        foreach (var record in new[] { charger, vehicle })
        {
            var report = RecordVerifier.Verify(PairRecord.Parse(record.ToDer()), World.Pki.Anchors, RecordPolicy.Default);
            Assert.Equal((RecordVerdict.Valid, EvidenceGrade.Paired), (report.Verdict, report.Grade));
        }

        Assert.Equal(210, charger.ChargerHalf!.Content.ImportWh);
        Assert.Equal(EndReason.VehicleStopped, charger.ChargerHalf.Content.EndReason);
        Assert.Equal(charger.LastCheckpoint!.Content.ImportWh, charger.ChargerHalf.Content.ImportWh);
    }

    [Fact]
    public void Step_SecondSession_ContinuesBothDeviceChains()
    {
        var duel = Play();
        duel.ChargerWh += 7;
        duel.VehicleWh = 0;
        duel.Agree();
        duel.Draw(70);
        duel.Stop();

        var halves = duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Select(item => item.Settled.Record).ToArray();
        Assert.Equal(2, halves.Length);
        var (first, second) = (halves[0].ChargerHalf!, halves[1].ChargerHalf!);
        Assert.Equal(first.ContentHash, second.Content.Device.PreviousRecord);
        Assert.Equal(2, second.Content.Device.RecordCounter);
        Assert.Equal(280, second.Content.Device.CumulativeImportWh);
        Assert.Equal(7, second.Content.Device.UnaccountedWh);
        Assert.Equal(new DeviceHead(1, halves[0].VehicleHalf!.ContentHash), second.Content.Device.PeerHead);
        Assert.Equal(new DeviceHead(1, first.ContentHash), halves[1].VehicleHalf!.Content.Device.PeerHead);
        var known = RecordPolicy.Default with
        {
            KnownHalves = RecordPolicy.Default.KnownHalves.Add(first.ContentHash, first.Content)
                .Add(halves[0].VehicleHalf!.ContentHash, halves[0].VehicleHalf!.Content),
        };
        Assert.Equal(RecordVerdict.Valid, RecordVerifier.Verify(halves[1], World.Pki.Anchors, known).Verdict);
    }

    [Fact]
    public void Step_HonestSession_LogsAndAbortsNothingPersonal()
    {
        // S8: what both sides say about a session outside of their records.
        foreach (var output in Play().Steps.SelectMany(step => step.Outputs))
        {
            if (output is SettlementOutput.Report or SettlementOutput.PermitPower or SettlementOutput.WithdrawPower or SettlementOutput.Abandon)
            {
                Assert.DoesNotContain(World.Pki.EMAID, output.ToString(), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static string[] Deeds(Duel duel, PartyRole role, string afterSign)
    {
        var deeds = duel.OutputsOf(role).Select(output => output switch
        {
            SettlementOutput.Persist persist => $"Persist {persist.Entry.Kind}",
            SettlementOutput.Send send => $"Send {send.Kind}",
            SettlementOutput.Sign sign => $"Sign {sign.Part}",
            SettlementOutput.PermitPower => "PermitPower",
            SettlementOutput.WithdrawPower withdraw => $"WithdrawPower {withdraw.Reason}",
            SettlementOutput.Publish publish => $"Publish {publish.Settled.Outcome}",
            SettlementOutput.Abandon abandon => $"Abandon {abandon.Fault}",
            _ => "",
        }).Where(deed => deed.Length > 0).ToArray();
        return deeds[(Array.IndexOf(deeds, $"Sign {afterSign}") + 1)..];
    }
}
