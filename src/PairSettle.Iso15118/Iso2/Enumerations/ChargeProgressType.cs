namespace PairSettle.Iso15118.Iso2;

/// <summary>What a <see cref="PowerDeliveryReq"/> is to bring about.</summary>
public enum ChargeProgressType
{
    /// <summary>Power on.</summary>
    Start,

    /// <summary>Power off.</summary>
    Stop,

    /// <summary>New schedules, while power stays as it is.</summary>
    Renegotiate,
}
