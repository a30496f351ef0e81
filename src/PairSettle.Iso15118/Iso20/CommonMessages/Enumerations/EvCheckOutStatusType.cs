namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>How far a vehicle has come with its check-out.</summary>
public enum EvCheckOutStatusType
{
    /// <summary>It announces that it leaves.</summary>
    CheckOut,

    /// <summary>It is leaving.</summary>
    Processing,

    /// <summary>It has left.</summary>
    Completed,
}
