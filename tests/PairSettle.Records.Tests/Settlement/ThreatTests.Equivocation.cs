using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>A peer that signs two statements for one step.</summary>
public sealed partial class ThreatTests
{
    // A peer that signs two statements for one step.
    [Fact]
    public void EquivocatingVehicle_TwoAcknowledgements_EndTheSessionAndArePreserved()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            ChargeFor = TimeSpan.FromMinutes(10),
            OnMessage = (role, message) =>
            {
                if (Kind(message) is not PairMessageKind.CheckpointAck)
                {
                    return [message];
                }

                var ack = Decode<PairMessage.CheckpointAck>(message);
                var content = ack.Signed.Content;
                return content.Sequence != 2
                    ? [message]
                    : [message, (ack with { Signed = SignedCheckpointAck.Sign(content with { ImportWh = content.ImportWh + 1 }, Pki.Contract.Signer) }).ToDer()];
            },
        });

        var contradiction = Assert.Single(report.Contradictions);
        Assert.Equal(PairMessageKind.CheckpointAck, contradiction.Kind);
        var (first, second) = (Decode<PairMessage.CheckpointAck>(contradiction.First.Memory).Signed, Decode<PairMessage.CheckpointAck>(contradiction.Second.Memory).Signed);
        Assert.True(first.Verify(Pki.Contract.Leaf) && second.Verify(Pki.Contract.Leaf));
        Assert.Equal(first.Content.Sequence, second.Content.Sequence);
        Assert.NotEqual(first.Content.Hash, second.Content.Hash);
        Assert.Contains(report.Journals[PartyRole.Charger], entry => entry.Content.Span.SequenceEqual(contradiction.Second.Span));
        Assert.Equal(EndReason.ProtocolViolation, report.ChargerRecords[0].Record.ChargerHalf!.Content.EndReason);
        Assert.Equal(contradiction, report.ChargerRecords[0].Contradiction);
    }

    [Fact]
    public void EquivocatingCharger_TwoCheckpoints_EndTheSessionAndArePreserved()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            ChargeFor = TimeSpan.FromMinutes(10),
            MaxDelay = TimeSpan.Zero,
            OnMessage = Twice<PairMessage.Checkpoint>(checkpoint => checkpoint.Signed.Content.Sequence == 1, checkpoint => checkpoint with
            {
                Signed = SignedCheckpoint.Sign(checkpoint.Signed.Content with { Elapsed = TimeSpan.FromSeconds(1) }, Pki.Secc.Signer),
            }),
        });

        Assert.Equal(PairMessageKind.Checkpoint, Assert.Single(report.Contradictions).Kind);
        Assert.Equal(EndReason.ProtocolViolation, report.VehicleRecords[0].Record.VehicleHalf!.Content.EndReason);
    }

    [Fact]
    public void EquivocatingCharger_TwoOffers_EndTheSessionAndArePreserved()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            OnMessage = (role, message) => Kind(message) is PairMessageKind.Checkpoint && Offered is { } offer
                ? [message, (offer with { Signed = ReSign(offer.Signed, content => content with { EvseId = World.Charger.EvseId + "9" }, Pki.Secc) }).ToDer()]
                : Remember(message),
        });

        Assert.Equal(PairMessageKind.Offer, Assert.Single(report.Contradictions).Kind);
    }

    [Fact]
    public void EquivocatingVehicle_TwoHalves_ArePreserved()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            Sessions = 2,
            OnMessage = Twice<PairMessage.HalfRecord>(half => half.Signed.Content.Role == PartyRole.Vehicle, half => half with
            {
                Signed = ReSign(half.Signed, content => content with { ImportWh = content.ImportWh - 1 }, Pki.Contract),
            }),
        });

        Assert.Contains(report.Contradictions, item => item.Kind == PairMessageKind.HalfRecord);
    }
}
