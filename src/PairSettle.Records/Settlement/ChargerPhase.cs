namespace PairSettle.Records.Settlement;

/// <summary>Where a charger's session stands.</summary>
public enum ChargerPhase
{
    /// <summary>There is no session.</summary>
    Idle,

    /// <summary>A hello is being verified.</summary>
    Opening,

    /// <summary>The offer is being made: a nonce, a meter reading and a signature are awaited.</summary>
    Offering,

    /// <summary>The offer was sent.</summary>
    Offered,

    /// <summary>The acceptance is in the journal; the first checkpoint is being signed. There is an agreement and no power yet.</summary>
    Agreed,

    /// <summary>Power is permitted.</summary>
    Delivering,

    /// <summary>Power was withdrawn; the last reading or the last acknowledgement is awaited.</summary>
    Closing,

    /// <summary>The own half is being signed.</summary>
    Recording,

    /// <summary>The own half was sent; the vehicle's is awaited.</summary>
    Exchanging,

    /// <summary>A unilateral record was published; the vehicle's half is still welcome.</summary>
    Unilateral,

    /// <summary>A record of both halves was published.</summary>
    Settled,

    /// <summary>The session ended without a record.</summary>
    Abandoned,
}
