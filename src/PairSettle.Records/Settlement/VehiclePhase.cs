namespace PairSettle.Records.Settlement;

/// <summary>Where a vehicle's session stands.</summary>
public enum VehiclePhase
{
    /// <summary>There is no session.</summary>
    Idle,

    /// <summary>The hello is being made: a nonce is awaited.</summary>
    Greeting,

    /// <summary>The hello was sent.</summary>
    Greeted,

    /// <summary>An offer is being verified.</summary>
    Considering,

    /// <summary>The acceptance is being signed.</summary>
    Accepting,

    /// <summary>The acceptance was sent; the first checkpoint will show that the charger has it.</summary>
    Accepted,

    /// <summary>Power may be drawn.</summary>
    Drawing,

    /// <summary>Power must not be drawn any more; the charger's half is awaited.</summary>
    Closing,

    /// <summary>The charger's half is in the journal; the vehicle's last reading is awaited.</summary>
    Comparing,

    /// <summary>The own half is being signed.</summary>
    Recording,

    /// <summary>A unilateral record was published; the charger's half is still welcome.</summary>
    Unilateral,

    /// <summary>A record of both halves was published.</summary>
    Settled,

    /// <summary>The session ended without a record.</summary>
    Abandoned,
}
