using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Verification;

/// <summary>What a record entitles to: settled is what both parties stand behind, claimed what one of them states alone.</summary>
/// <param name="Amounts">The amounts.</param>
/// <param name="Basis">What the settled part rests on, in words.</param>
internal sealed record Entitlement(SettledAmounts Amounts, string Basis)
{
    public static Entitlement Of(RecordContext context)
    {
        if (context.Passed(RecordCheck.MatchedPair))
        {
            return Whole(context.ChargerHalf!.Content, "by both halves");
        }

        // One party alone: settled is what both signed last, the rest is a claim.
        if (context.Checkpoint?.Content is { } checkpoint)
        {
            return UpTo(context, checkpoint.ImportWh, checkpoint.Cost, $"up to checkpoint {checkpoint.Sequence}, which both signed");
        }

        var receipted = context.IsoEvidence.Where(static item => item.Kind == IsoEvidenceKind.MeteringReceipt)
            .Max(item => IsoChecks.ConfirmedWh(context, item));
        return receipted is { } importWh && context.ChargerHalf?.Content is { } half ? Receipted(context, half, importWh) : Nothing(context);
    }

    // A receipt confirms a reading of the meter and no cost: that follows from the tariff, for the beginning of the session up to the reading.
    private static Entitlement Receipted(RecordContext context, HalfRecord half, long importWh)
    {
        if (importWh == half.ImportWh)
        {
            return Whole(half, "by the vehicle's last receipt");
        }

        var tariff = context.Declared<TariffBody>(context.Offer.Tariff)?.Tariff;
        return tariff is not null && importWh > 0
            && CostCalculator.TryCompute(tariff, half.StartedAt.Instant, UsagePrefix.UpTo(half.Periods, importWh), out var cost, out _)
            ? UpTo(
                context,
                importWh,
                cost.Total.MinorUnits < half.Cost.MinorUnits ? cost.Total : half.Cost,
                "up to the vehicle's last receipt, at the cost that the tariff gives for that part")
            : Nothing(context);
    }

    private static Entitlement Nothing(RecordContext context) =>
        UpTo(context, 0, new(0, context.Offer.Currency), "as the vehicle signed for no energy");

    private static Entitlement Whole(HalfRecord half, string basis) =>
        new(new(half.ImportWh, half.Cost, 0, new(0, half.Cost.Currency)), basis);

    // Only a charger has something to claim.
    private static Entitlement UpTo(RecordContext context, long importWh, Money cost, string basis) => new(
        context.ChargerHalf?.Content is { } half
            ? new(importWh, cost, half.ImportWh - importWh, half.Cost - cost)
            : new(importWh, cost, 0, new(0, cost.Currency)),
        basis);
}
