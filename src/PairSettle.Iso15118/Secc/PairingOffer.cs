namespace PairSettle.Iso15118.Secc;

/// <summary>When the charger offers pair settlement.</summary>
public enum PairingOffer
{
    /// <summary>Not at all.</summary>
    Never,

    /// <summary>To vehicles that showed the marker, over TLS.</summary>
    WhenVehicleCanPair,
}
