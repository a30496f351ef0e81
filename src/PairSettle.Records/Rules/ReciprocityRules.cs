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

    /// <summary>Whether two halves agree in everything that is settled.</summary>
    public static bool IsPair(EnergyTolerance tolerance, HalfRecord charger, HalfRecord vehicle) =>
        EnergyAgrees(tolerance, charger, vehicle) && CostsEqual(charger, vehicle);

    /// <summary>
    /// Whether the vehicle signed its half when it had given the charger up and never seen the charger's: then it stands by the last
    /// checkpoint that it acknowledged, and by nothing after it. Such halves do not contradict each other where they differ.
    /// </summary>
    public static bool AreApart(EnergyTolerance tolerance, HalfRecord charger, HalfRecord vehicle, Checkpoint? checkpoint) =>
        !IsPair(tolerance, charger, vehicle)
        && vehicle.EndReason == EndReason.PeerLost
        && Names(vehicle, checkpoint)
        && vehicle.Cost.MinorUnits == (checkpoint?.Cost.MinorUnits ?? 0);

    /// <summary>Whether a half names a checkpoint as the last one, or none where there is none.</summary>
    public static bool Names(HalfRecord half, Checkpoint? checkpoint) =>
        half.LastCheckpoint == (checkpoint is null ? null : new CheckpointReference(checkpoint.Sequence, checkpoint.Hash));

    /// <summary>Whether a half names the checkpoint before: its side had not received the acknowledgement when it signed.</summary>
    public static bool NamesPredecessor(HalfRecord half, Checkpoint checkpoint) =>
        half.LastCheckpoint == (checkpoint.Sequence == 1 ? null : new CheckpointReference(checkpoint.Sequence - 1, checkpoint.Previous));

    /// <summary>Whether both halves state one cost.</summary>
    public static bool CostsEqual(HalfRecord charger, HalfRecord vehicle) =>
        charger.Cost == vehicle.Cost && charger.CostBeforeTaxes == vehicle.CostBeforeTaxes;
}
