using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Verification;

/// <summary>The last checkpoint that both signed, and what was delivered after it.</summary>
internal static class CheckpointChecks
{
    public static void Check(RecordContext context)
    {
        CheckNames(context);
        if (context.Checkpoint?.Content is { } checkpoint)
        {
            CheckCheckpoint(context, checkpoint);
        }

        CheckSlice(context);
    }

    private static void CheckNames(RecordContext context)
    {
        var expected = context is { Checkpoint: { } checkpoint, Ack: not null }
            ? new CheckpointReference(checkpoint.Content.Sequence, checkpoint.Content.Hash)
            : null;
        if (context.Checkpoint is null != context.Ack is null)
        {
            context.Add(
                RecordCheck.AckNamesCheckpoint, FindingOutcome.Failed, context.Ack is null ? "the checkpoint is not acknowledged" : "an acknowledgement without its checkpoint");
        }

        foreach (var half in ContainerChecks.Halves(context))
        {
            if (half.Role == PartyRole.Charger && expected is not null && context.VehicleHalf is not null
                && ReciprocityRules.NamesPredecessor(half, context.Checkpoint!.Content))
            {
                context.Add(
                    RecordCheck.HalfNamesCheckpoint,
                    FindingOutcome.Passed,
                    $"the charger half was signed before the acknowledgement of checkpoint {expected.Sequence} had come");
                continue;
            }

            context.Require(
                RecordCheck.HalfNamesCheckpoint,
                half.LastCheckpoint == expected,
                expected is null ? $"the {half.Role} half names no checkpoint, and there is none" : $"the {half.Role} half names checkpoint {expected.Sequence}",
                $"the {half.Role} half names {Describe(half.LastCheckpoint)}, the record has {Describe(expected)}");
        }
    }

    private static void CheckCheckpoint(RecordContext context, Checkpoint checkpoint)
    {
        var agreement = context.Agreement.Hash;
        context.Require(
            RecordCheck.CheckpointAgreement,
            checkpoint.Agreement == agreement && (context.Ack is null || context.Ack.Content.Agreement == agreement),
            "checkpoint and acknowledgement belong to this agreement",
            "checkpoint or acknowledgement belong to another agreement");
        context.Require(
            RecordCheck.CheckpointChain,
            (checkpoint.Sequence == 1) == (checkpoint.Previous == agreement),
            checkpoint.Sequence == 1 ? "the first checkpoint continues the agreement" : $"checkpoint {checkpoint.Sequence} continues another checkpoint",
            checkpoint.Sequence == 1 ? "the first checkpoint does not continue the agreement" : $"checkpoint {checkpoint.Sequence} skips its predecessors");
        context.Require(
            RecordCheck.CheckpointMeter,
            checkpoint.Meter.Since(context.Offer.StartMeter) == (checkpoint.ImportWh, checkpoint.ExportWh),
            $"the checkpoint's {checkpoint.ImportWh} Wh follow from its meter",
            "the checkpoint's energy does not follow from its meter");
        if (context.Ack?.Content is not { } ack)
        {
            return;
        }

        context.Require(
            RecordCheck.AckNamesCheckpoint,
            ack.Sequence == checkpoint.Sequence && ack.Checkpoint == checkpoint.Hash,
            $"the vehicle acknowledged checkpoint {checkpoint.Sequence}",
            "the vehicle acknowledged another checkpoint");
        context.Require(
            RecordCheck.CheckpointTolerance,
            context.Offer.Tolerance.Allows(checkpoint.ImportWh, ack.ImportWh) && context.Offer.Tolerance.Allows(checkpoint.ExportWh, ack.ExportWh),
            "the acknowledged measurement is within the tolerance",
            $"the vehicle measured {ack.ImportWh} Wh where the checkpoint states {checkpoint.ImportWh} Wh");
    }

    // In a pair the vehicle has signed the whole; otherwise the charger can have delivered one slice in good faith.
    private static void CheckSlice(RecordContext context)
    {
        if (context.ChargerHalf?.Content is not { } half || context.AcceptancePart is null || (context.VehicleHalf is not null && !context.AreApart))
        {
            return;
        }

        var acknowledged = context.Checkpoint?.Content;
        var slice = context.Offer.Slice;
        var factor = 100 + context.Policy.SliceOvershootPercent;
        var energy = half.ImportWh - (acknowledged?.ImportWh ?? 0);
        var cost = half.Cost.MinorUnits - (acknowledged?.Cost.MinorUnits ?? 0);
        context.Require(
            RecordCheck.UnacknowledgedDelivery,
            (Int128)energy * 100 <= (Int128)slice.EnergyWh * factor && (Int128)cost * 100 <= (Int128)slice.Amount.MinorUnits * factor,
            $"{energy} Wh are not acknowledged, within one slice of {slice.EnergyWh} Wh",
            $"{energy} Wh and {new Money(cost, half.Cost.Currency)} are not acknowledged, more than one slice of {slice.EnergyWh} Wh or {slice.Amount}");
    }

    private static string Describe(CheckpointReference? reference) =>
        reference is null ? "no checkpoint" : $"checkpoint {reference.Sequence} {AttachmentIndex.Short(reference.Hash)}";
}
