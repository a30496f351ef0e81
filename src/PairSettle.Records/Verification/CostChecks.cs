using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Verification;

/// <summary>The cost, computed again from the declared tariff and the charger's periods.</summary>
internal static class CostChecks
{
    // Periods count whole seconds, and both ends of a session are cut to milliseconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(2);

    public static void Check(RecordContext context)
    {
        CheckCurrency(context);
        if (context.ChargerHalf?.Content is { } half)
        {
            CheckUsage(context, half);
            CheckCost(context, half);
        }
        else if (context.VehicleHalf?.Content is { } vehicle)
        {
            var checkpoint = context.Checkpoint?.Content;
            context.Require(
                RecordCheck.CostOfCheckpoint,
                vehicle.Cost.MinorUnits == (checkpoint?.Cost.MinorUnits ?? 0),
                "the vehicle alone states the cost of the last checkpoint",
                $"the vehicle alone states {vehicle.Cost}, the last checkpoint {checkpoint?.Cost.ToString() ?? "nothing"}");
        }
    }

    private static void CheckCurrency(RecordContext context)
    {
        var currency = context.Offer.Currency;
        var same = context.Checkpoint is null || context.Checkpoint.Content.Cost.Currency == currency;
        foreach (var half in ContainerChecks.Halves(context))
        {
            same &= half.Cost.Currency == currency && half.CostBeforeTaxes.Currency == currency;
        }

        context.Require(RecordCheck.CostCurrency, same, $"all amounts are in {currency}", $"an amount is not in {currency}");
    }

    private static void CheckUsage(RecordContext context, HalfRecord half)
    {
        var totals = UsageTotals.Of(half.Periods);
        var session = half.EndedAt.Instant - half.StartedAt.Instant;
        context.Require(
            RecordCheck.UsageComplete,
            totals.IsEnergyOf(half) && (totals.Duration - session).Duration() <= Rounding,
            $"{half.Periods.Count} periods add up to {half.ImportWh} Wh and {session}",
            $"the periods add up to {totals.ImportWh} Wh in, {totals.ExportWh} Wh out and {totals.Duration}, the session has {half.ImportWh} Wh, {half.ExportWh} Wh and {session}");
    }

    private static void CheckCost(RecordContext context, HalfRecord half)
    {
        if (context.Declared<TariffBody>(context.Offer.Tariff) is not { } body)
        {
            context.Add(RecordCheck.CostRecomputed, FindingOutcome.NotChecked, "there is no accepted tariff declaration to compute the cost from");
            return;
        }

        if (!CostCalculator.TryCompute(body.Tariff, half.StartedAt.Instant, half.Periods, out var cost, out var fault))
        {
            context.Add(RecordCheck.CostRecomputed, FindingOutcome.Failed, $"no cost follows from the periods: {fault}");
            return;
        }

        context.Require(
            RecordCheck.CostRecomputed,
            cost.IsOf(half),
            $"the tariff gives {cost.Total} ({cost.BeforeTaxes} before taxes), as stated",
            $"the tariff gives {cost.Total} ({cost.BeforeTaxes} before taxes), the charger states {half.Cost} ({half.CostBeforeTaxes} before taxes)");
    }
}
