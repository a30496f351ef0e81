using System.Globalization;
using System.Text;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Tells a record in words, without anything personal that is not disclosed.</summary>
internal static class Narrator
{
    public static string Tell(RecordContext context, RecordVerdict verdict, EvidenceGrade grade, Entitlement? entitlement)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"This record is {verdict}, grade {grade}. ");
        Authorisation(text, context);
        Authorities(text, context);
        Delivery(text, context);
        Settled(text, entitlement);
        Doubts(text, context);
        return text.ToString().TrimEnd();
    }

    private static void Authorisation(StringBuilder text, RecordContext context)
    {
        var offer = context.Offer;
        text.Append(CultureInfo.InvariantCulture, $"At {offer.OfferedAt} the charger offered a session at EVSE {offer.EvseId}");
        if (DisclosureChecks.Value(context, SensitiveField.EvseLocation) is { } location)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({location})");
        }

        var payer = offer.ContractCertificate is null
            ? "nobody identified by a contract"
            : DisclosureChecks.Value(context, SensitiveField.ContractIdentity) is { } identity ? $"contract {identity}" : "a contract that is not disclosed";
        text.Append(CultureInfo.InvariantCulture, $" to {payer}");
        var caps = context.Agreement.Caps;
        text.Append(context.AcceptancePart is null ? ", for" : ", and the vehicle accepted it for");
        text.Append(CultureInfo.InvariantCulture, $" at most {caps.EnergyWh} Wh, {caps.Amount} and {caps.Duration}. ");
    }

    private static void Authorities(StringBuilder text, RecordContext context)
    {
        text.Append(context.ChargerChain is { } charger ? $"The charger is vouched for by {Name(charger.Anchor)}" : "Nobody vouches for the charger");
        text.Append(context.ContractChain is { } contract
            ? $", the contract by {Name(contract.Anchor)}. "
            : context.Offer.ContractCertificate is null ? ". " : ", and nobody vouches for the contract. ");
        if (context.Declared<TariffBody>(context.Offer.Tariff) is { } tariff)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"The price is tariff {tariff.Tariff.Id} in {tariff.Tariff.Currency}, declared by the {Words(context.Declarations[context.Offer.Tariff].Issuer)}. ");
        }
        else
        {
            text.Append("No accepted declaration sets the price. ");
        }

        if (context.Declared<RoamingBody>(context.Offer.Roaming) is { } roaming && context.Passed(RecordCheck.RoamingAuthority))
        {
            text.Append(CultureInfo.InvariantCulture, $"The mobility operator promises to pay up to {roaming.Caps.Amount?.ToString() ?? "any amount"}. ");
        }
    }

    private static void Delivery(StringBuilder text, RecordContext context)
    {
        if (context.ChargerHalf?.Content is { } charger)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"The charger states {charger.ImportWh} Wh into the vehicle and {charger.ExportWh} Wh out of it between {charger.StartedAt} and {charger.EndedAt}, at a cost of {charger.Cost}; it ended with {charger.EndReason}. ");
        }

        if (context.VehicleHalf?.Content is { } vehicle)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"The vehicle measured {vehicle.ImportWh} Wh and states a cost of {vehicle.Cost}. ");
        }
        else
        {
            text.Append("The vehicle signed no half-record. ");
        }
    }

    private static void Settled(StringBuilder text, Entitlement? entitlement)
    {
        if (entitlement is not { Amounts: var amounts, Basis: var basis } || amounts is { ClaimedWh: 0, ClaimedCost.MinorUnits: 0 })
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"Settled are {amounts.SettledWh} Wh for {amounts.SettledCost}, {basis}; ");
        text.Append(
            CultureInfo.InvariantCulture, $"a further {amounts.ClaimedWh} Wh for {amounts.ClaimedCost} are claimed by one party alone. ");
    }

    private static void Doubts(StringBuilder text, RecordContext context)
    {
        foreach (var (outcome, words) in new[] { (FindingOutcome.Failed, "Wrong"), (FindingOutcome.NotChecked, "Not checked") })
        {
            foreach (var finding in context.Findings)
            {
                if (finding.Outcome == outcome)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{words}: {finding.Detail} ({finding.Code}). ");
                }
            }
        }
    }

    private static string Name(Certificate anchor) => anchor.Subject.CommonName ?? "an anchor without a name";

    private static string Words(AuthorityRole role) => role switch
    {
        AuthorityRole.MobilityOperator => "mobility operator",
        AuthorityRole.ChargePointOperator => "charge point operator",
        AuthorityRole.Meter => "meter authority",
        AuthorityRole.Fleet => "fleet",
        _ => role.ToString(),
    };
}
