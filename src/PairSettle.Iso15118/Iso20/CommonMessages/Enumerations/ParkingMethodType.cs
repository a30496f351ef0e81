namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>How a vehicle parks.</summary>
public enum ParkingMethodType
{
    /// <summary>By itself.</summary>
    AutoParking,

    /// <summary>By hand, with a guide that shows the way.</summary>
    MVGuideManual,

    /// <summary>By hand.</summary>
    Manual,
}
