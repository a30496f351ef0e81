namespace PairSettle.Records.Settlement;

/// <summary>The statements that a party signs.</summary>
public enum SettlementPart
{
    /// <summary>The charger's offer.</summary>
    Offer,

    /// <summary>The vehicle's acceptance.</summary>
    Acceptance,

    /// <summary>A checkpoint of the charger.</summary>
    Checkpoint,

    /// <summary>A vehicle's acknowledgement of a checkpoint.</summary>
    CheckpointAck,

    /// <summary>A half-record.</summary>
    HalfRecord,
}
