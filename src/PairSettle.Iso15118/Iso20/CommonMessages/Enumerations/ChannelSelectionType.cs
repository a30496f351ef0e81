namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A direction of energy.</summary>
public enum ChannelSelectionType
{
    /// <summary>To the vehicle.</summary>
    Charge,

    /// <summary>From the vehicle.</summary>
    Discharge,
}
