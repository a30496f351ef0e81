using PairSettle.Records.Format;

namespace PairSettle.Records.Rules;

/// <summary>
/// When a half belongs to an agreement, and when two halves are a pair. The machines act by the rules by which a verifier judges later.
/// </summary>
internal static class ReciprocityRules
{
    /// <summary>Whether a half may stand in a party's place: it speaks for that party, of this agreement, between its parties, at its price.</summary>
    public static bool Belongs(HalfRecord half, PartyRole role, Digest agreement, Offer offer) =>
        half.Role == role && half.Agreement == agreement && NamesParties(half, role, offer) && half.Tariff == offer.Tariff;

    /// <summary>Whether a half of a party names its own credential and the other's as the agreement does.</summary>
    public static bool NamesParties(HalfRecord half, PartyRole role, Offer offer) => role == PartyRole.Charger
        ? half.OwnCertificate == offer.SignerCertificate && half.PeerCertificate == offer.ContractCertificate
        : half.OwnCertificate == offer.ContractCertificate && half.PeerCertificate == offer.SignerCertificate;

    /// <summary>Whether two measurements of the same energy are within the agreed tolerance, in both directions.</summary>
    public static bool EnergyAgrees(EnergyTolerance tolerance, HalfRecord charger, HalfRecord vehicle) =>
        tolerance.Allows(charger.ImportWh, vehicle.ImportWh) && tolerance.Allows(charger.ExportWh, vehicle.ExportWh);

    /// <summary>Whether both halves state one cost.</summary>
    public static bool CostsEqual(HalfRecord charger, HalfRecord vehicle) =>
        charger.Cost == vehicle.Cost && charger.CostBeforeTaxes == vehicle.CostBeforeTaxes;
}
