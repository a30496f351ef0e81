namespace PairSettle.Iso15118.Evcc;

/// <summary>Whether the vehicle wants to settle as a pair.</summary>
public enum PairingWish
{
    /// <summary>No, and it does not show the marker.</summary>
    Never,

    /// <summary>Where the charger offers it.</summary>
    WhenOffered,

    /// <summary>Always: a charger that does not offer it gives no energy.</summary>
    Required,
}
