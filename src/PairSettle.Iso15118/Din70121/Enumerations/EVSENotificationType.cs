namespace PairSettle.Iso15118.Din70121;

/// <summary>What the charger wants of the vehicle.</summary>
public enum EVSENotificationType
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To end charging.</summary>
    StopCharging,

    /// <summary>To negotiate a new schedule.</summary>
    ReNegotiation,
}
