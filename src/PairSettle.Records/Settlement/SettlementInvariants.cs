using System.Collections.Immutable;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>The safety properties of the design, asserted on entry and exit of every step. A failure is a bug of the machine.</summary>
internal static class SettlementInvariants
{
    public static void Check(ChargerState state)
    {
        if (state.Session is not { } session)
        {
            Require("S5", state.Phase is ChargerPhase.Idle or ChargerPhase.Abandoned, "a phase without a session");
            return;
        }

        Require("S1", session.PowerPermitted == (state.Phase == ChargerPhase.Delivering), "power outside of delivery");
        if (session.PowerPermitted)
        {
            Require("S1", session.Acceptance is not null && !session.Agreement.IsNone, "power without an agreement of both");
            Require("S1", session.LastCheckpoint is not null, "power before the first checkpoint");
            Require("S1", session.Usage!.ImportWh <= session.Caps.EnergyWh && session.Cost.MinorUnits <= session.Caps.Amount!.Value.MinorUnits,
                "power beyond the caps");
            Require("S2", session.UnacknowledgedWh <= session.Terms.Slice.EnergyWh
                && session.UnacknowledgedMinorUnits <= session.Terms.Slice.Amount.MinorUnits
                && session.UnacknowledgedTime <= session.Terms.Slice.Duration, "power beyond an unacknowledged slice");
        }

        if (session.OwnHalf is { Signed.Content: var half })
        {
            Require("S4", half.Device.RecordCounter == state.History.RecordCounter
                && half.Device.CumulativeImportWh == state.History.CumulativeImportWh, "a half that is not the head of the device's chain");
            Require("S4", half.EndMeter!.Since(session.Terms.StartMeter) == (half.ImportWh, half.ExportWh), "energy that the meter did not count");
        }
    }

    public static void Check(ChargerState before, ChargerStep step)
    {
        var after = step.State;
        Check(after);
        CheckOutputs(step.Outputs, [before.Session?.LastCheckpoint, before.Session?.Offer, before.Session?.OwnHalf]);
        if (before.Session is { } old && after.Session is { } session && old.Id == session.Id)
        {
            Require("S3", old.OwnHalf is null || old.OwnHalf.Signed.Equals(session.OwnHalf?.Signed), "a second half");
            Require("S3", old.Acceptance is null || old.Acceptance.Equals(session.Acceptance), "a second agreement");
            Require("S3", Sequence(session.LastCheckpoint) - Sequence(old.LastCheckpoint) is 0 or 1, "a checkpoint out of sequence");
            Require("S5", Sequence(session.AckedCheckpoint) >= Sequence(old.AckedCheckpoint), "an acknowledgement forgotten");
            Require("S5", old.PeerHalf is null || old.PeerHalf.Equals(session.PeerHalf), "a half forgotten");
        }
        else if (before.Session is { Acceptance: not null })
        {
            Require("S5", before.Session.OwnHalf is not null, "an agreement dropped without a half");
        }
    }

    public static void Check(VehicleState state)
    {
        if (state.Session is not { } session)
        {
            Require("S5", state.Phase is VehiclePhase.Idle or VehiclePhase.Abandoned, "a phase without a session");
            return;
        }

        Require("S1", session.PowerPermitted == (state.Phase == VehiclePhase.Drawing), "power outside of a session");
        Require("S1", !session.PowerPermitted || (session.Acceptance is not null && session.Last is not null), "power without an agreement of both");
        if (session.OwnHalf is { Signed.Content: var half })
        {
            Require("S4", half.Device.RecordCounter == state.History.RecordCounter, "a half that is not the head of the device's chain");
        }
    }

    public static void Check(VehicleState before, VehicleStep step)
    {
        var after = step.State;
        Check(after);
        CheckOutputs(step.Outputs, [before.Session?.Acceptance, before.Session?.Last?.Ack, before.Session?.OwnHalf, before.FormerHalf]);
        if (before.Session is { } old && after.Session is { } session && old.Id == session.Id)
        {
            Require("S3", old.OwnHalf is null || old.OwnHalf.Signed.Equals(session.OwnHalf?.Signed), "a second half");
            Require("S3", old.Acceptance is null || old.Acceptance.Equals(session.Acceptance), "a second acceptance");
            Require("S3", (session.Last?.Sequence ?? 0) - (old.Last?.Sequence ?? 0) is 0 or 1, "an acknowledgement out of sequence");
            Require("S5", old.PeerHalf is null || old.PeerHalf.Equals(session.PeerHalf), "a half forgotten");
        }
        else if (before.Session is { Acceptance: not null })
        {
            Require("S5", before.Session.OwnHalf is not null, "an acceptance dropped without a half");
        }
    }

    /// <summary>S3: what is signed leaves the device only when the same octets are in the journal.</summary>
    private static void CheckOutputs(ImmutableArray<SettlementOutput> outputs, ReadOnlySpan<PairMessage?> persisted)
    {
        var durable = new List<ReadOnlyMemory<byte>>();
        foreach (var message in persisted)
        {
            if (message is not null)
            {
                durable.Add(Statement(message));
            }
        }

        foreach (var output in outputs)
        {
            if (output is SettlementOutput.Persist { Entry: { Kind: not (JournalEntryKind.Start or JournalEntryKind.Online
                or JournalEntryKind.Disclosure or JournalEntryKind.Record) } entry }
                && PairMessage.TryDecode(entry.Content, out var kept, out _))
            {
                durable.Add(Statement(kept));
            }
            else if (output is SettlementOutput.Send { Kind: not (PairMessageKind.Hello or PairMessageKind.Abort or PairMessageKind.Stop) } send
                && PairMessage.TryDecode(send.Message.Memory, out var sent, out _))
            {
                var statement = Statement(sent);
                Require("S3", durable.Exists(known => known.Span.SequenceEqual(statement.Span)), "a signature sent that is not in the journal");
            }
        }
    }

    private static ReadOnlyMemory<byte> Statement(PairMessage message) => message switch
    {
        PairMessage.Offer part => part.Signed.Encoded,
        PairMessage.Acceptance part => part.Signed.Encoded,
        PairMessage.HalfRecord part => part.Signed.Encoded,
        PairMessage.Checkpoint part => part.Signed.ToDer(),
        PairMessage.CheckpointAck part => part.Signed.ToDer(),
        _ => default,
    };

    private static long Sequence(PairMessage.Checkpoint? message) => message?.Signed.Content.Sequence ?? 0;

    private static void Require(string invariant, bool holds, string detail)
    {
        if (!holds)
        {
            throw new SettlementInvariantException(invariant, detail);
        }
    }
}
