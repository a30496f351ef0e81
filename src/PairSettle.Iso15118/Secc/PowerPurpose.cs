namespace PairSettle.Iso15118.Secc;

/// <summary>What a contactor is closed for.</summary>
public enum PowerPurpose
{
    /// <summary>To bring the cable to the voltage of the battery, at no more than 2 A (DC).</summary>
    PreCharge,

    /// <summary>To deliver energy.</summary>
    Delivery,
}
