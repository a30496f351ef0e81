namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>How far a vehicle has come with its check-in.</summary>
public enum EvCheckInStatusType
{
    /// <summary>It announces itself.</summary>
    CheckIn,

    /// <summary>It is parking.</summary>
    Processing,

    /// <summary>It has parked.</summary>
    Completed,
}
