namespace PairSettle.Iso15118.Evcc;

/// <summary>What the vehicle does within a phase. Only in <see cref="AwaitingResponse"/> may the charger speak.</summary>
public enum EvccActivity
{
    /// <summary>Nothing: no connection, or the end.</summary>
    None,

    /// <summary>A request is out.</summary>
    AwaitingResponse,

    /// <summary>The same or the next request of a loop is due in a moment.</summary>
    Pacing,

    /// <summary>The request is being signed.</summary>
    Signing,

    /// <summary>The charger's signature is being verified.</summary>
    Verifying,

    /// <summary>A new contract is being installed.</summary>
    Installing,

    /// <summary>The pair settlement has to agree first.</summary>
    WaitingForSettlement,

    /// <summary>The contactor has to follow first.</summary>
    WaitingForContactor,
}
