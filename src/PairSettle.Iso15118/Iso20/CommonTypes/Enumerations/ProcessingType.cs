namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>How far a side has come with what was asked of it.</summary>
public enum ProcessingType
{
    /// <summary>Done: the answer is final.</summary>
    Finished,

    /// <summary>Not done: the request is repeated.</summary>
    Ongoing,

    /// <summary>Waiting for a person: the request is repeated.</summary>
    Ongoing_WaitingForCustomerInteraction,
}
