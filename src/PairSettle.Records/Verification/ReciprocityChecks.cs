using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Verification;

/// <summary>The halves against the agreement and against each other: the rules of a matched pair.</summary>
internal static class ReciprocityChecks
{
    public static void Check(RecordContext context)
    {
        Half(context, PartyRole.Charger, context.ChargerHalf?.Content);
        Half(context, PartyRole.Vehicle, context.VehicleHalf?.Content);
        CheckCaps(context);

        if (context.ChargerHalf?.Content is not { } charger || context.VehicleHalf?.Content is not { } vehicle)
        {
            context.Add(
                RecordCheck.MatchedPair,
                FindingOutcome.Noted,
                context.ChargerHalf is null ? "only the vehicle signed a half: the record is unilateral" : "only the charger signed a half: the record is unilateral");
            return;
        }

        if (context.AreApart)
        {
            context.Add(
                RecordCheck.MatchedPair,
                FindingOutcome.Noted,
                "both signed a half, the vehicle without having seen the charger's: it stands by the last checkpoint");
            return;
        }

        context.Require(
            RecordCheck.MatchedPair,
            context.AcceptancePart is not null,
            "both parties signed their half",
            "the vehicle signed a half without accepting an offer");
        context.Require(
            RecordCheck.EnergyAgrees,
            ReciprocityRules.EnergyAgrees(context.Offer.Tolerance, charger, vehicle),
            $"charger {charger.ImportWh} Wh and vehicle {vehicle.ImportWh} Wh agree within the tolerance",
            $"charger {charger.ImportWh} Wh in, {charger.ExportWh} Wh out and vehicle {vehicle.ImportWh} Wh in, {vehicle.ExportWh} Wh out diverge");
        context.Require(
            RecordCheck.CostEqual,
            ReciprocityRules.CostsEqual(charger, vehicle),
            $"both halves state {charger.Cost}",
            $"the charger states {charger.Cost}, the vehicle {vehicle.Cost}");
    }

    private static void Half(RecordContext context, PartyRole role, HalfRecord? half)
    {
        if (half is null)
        {
            return;
        }

        context.Require(RecordCheck.HalfRole, half.Role == role, $"the {role} half speaks for the {role}", $"the {role} half speaks for the {half.Role}");
        context.Require(
            RecordCheck.HalfAgreement,
            half.Agreement == context.Agreement.Hash,
            $"the {role} half is of this agreement",
            $"the {role} half is of another agreement");
        context.Require(
            RecordCheck.HalfParties,
            ReciprocityRules.NamesParties(half, role, context.Offer),
            $"the {role} half names both credentials",
            $"the {role} half names other credentials");
        context.Require(
            RecordCheck.HalfTariff, half.Tariff == context.Offer.Tariff, $"the {role} half names the agreed tariff", $"the {role} half names another tariff");
    }

    private static void CheckCaps(RecordContext context)
    {
        var caps = context.Agreement.Caps;
        foreach (var half in ContainerChecks.Halves(context))
        {
            context.Require(
                RecordCheck.CapEnergy,
                half.ImportWh <= caps.EnergyWh,
                $"{half.ImportWh} Wh are within the cap of {caps.EnergyWh} Wh",
                $"{half.ImportWh} Wh exceed the cap of {caps.EnergyWh} Wh");
            context.Require(
                RecordCheck.CapAmount,
                caps.Amount is { } amount && half.Cost.Currency == amount.Currency && half.Cost.MinorUnits <= amount.MinorUnits,
                $"{half.Cost} are within the cap of {caps.Amount}",
                $"{half.Cost} exceed the cap of {caps.Amount}");
            var duration = half.EndedAt.Instant - half.StartedAt.Instant;
            context.Require(
                RecordCheck.CapDuration,
                duration <= caps.Duration,
                $"the duration of {duration} is within the cap of {caps.Duration}",
                $"the duration of {duration} exceeds the cap of {caps.Duration}");
        }
    }
}
