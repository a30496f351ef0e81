namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>How far the charger has come with a check-out.</summary>
public enum EvseCheckOutStatusType
{
    /// <summary>It has taken note.</summary>
    Scheduled,

    /// <summary>It is done.</summary>
    Completed,
}
