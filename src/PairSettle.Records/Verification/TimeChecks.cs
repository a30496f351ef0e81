using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Instants: their order on each device, their agreement between devices, their quality, and what evidence proves.</summary>
internal static class TimeChecks
{
    public static void Check(RecordContext context)
    {
        var charger = new List<QualifiedTime> { context.Offer.StartMeter.At, context.Offer.OfferedAt };
        var vehicle = new List<QualifiedTime>();
        if (context.AcceptancePart?.Content is { } acceptance)
        {
            vehicle.Add(acceptance.AcceptedAt);
        }

        AddHalf(charger, context.ChargerHalf?.Content);
        AddHalf(vehicle, context.VehicleHalf?.Content);
        Order(context, "charger", charger);
        Order(context, "vehicle", vehicle);
        Agree(context);

        var worst = charger.Concat(vehicle).Min(static time => time.Quality);
        context.Require(
            RecordCheck.TimeQualitySufficient,
            worst >= context.Policy.MinimumTimeQuality,
            $"every clock is at least {worst}",
            $"a clock is only {worst}, {context.Policy.MinimumTimeQuality} is required");
        CheckEvidence(context);
    }

    private static void AddHalf(List<QualifiedTime> times, HalfRecord? half)
    {
        if (half is not null)
        {
            times.Add(half.StartedAt);
            times.Add(half.EndedAt);
        }
    }

    private static void Order(RecordContext context, string device, List<QualifiedTime> times)
    {
        var ordered = true;
        for (var i = 1; i < times.Count; i++)
        {
            ordered &= times[i].Instant >= times[i - 1].Instant;
        }

        if (times.Count > 1)
        {
            context.Require(RecordCheck.TimeOrder, ordered, $"the {device}'s instants are in order", $"the {device}'s instants are not in order");
        }
    }

    private static void Agree(RecordContext context)
    {
        if (context.ChargerHalf?.Content is not { } charger || context.VehicleHalf?.Content is not { } vehicle)
        {
            return;
        }

        var difference = Max(
            (charger.StartedAt.Instant - vehicle.StartedAt.Instant).Duration(), (charger.EndedAt.Instant - vehicle.EndedAt.Instant).Duration());
        context.Require(
            RecordCheck.TimeAgreement,
            difference <= context.Policy.ClockTolerance,
            $"both clocks agree within {difference}",
            $"the clocks differ by {difference}, more than {context.Policy.ClockTolerance}");
    }

    // Evidence that the offer names existed when the offer was signed, so its issue is a lower bound of the offer's true time.
    private static void CheckEvidence(RecordContext context)
    {
        DateTimeOffset? bound = null;
        foreach (var hash in context.Offer.Evidence)
        {
            if (context.Attachments.EvidenceItem(hash) is { } item)
            {
                var issued = item.ProducedAt ?? item.ThisUpdate;
                bound = bound is null || issued > bound ? issued : bound;
            }
        }

        if (bound is { } earliest)
        {
            context.Require(
                RecordCheck.TimeEvidence,
                context.Offer.OfferedAt.Instant >= earliest - context.Policy.ClockTolerance,
                FormattableString.Invariant($"the offer was signed after {earliest:yyyy-MM-dd'T'HH:mm:ss'Z'}, which its evidence proves"),
                FormattableString.Invariant($"the offer claims a time before {earliest:yyyy-MM-dd'T'HH:mm:ss'Z'}, when its evidence was issued"));
        }
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
