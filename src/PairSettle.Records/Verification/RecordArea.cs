namespace PairSettle.Records.Verification;

/// <summary>What a finding is about.</summary>
public enum RecordArea
{
    /// <summary>The container and its attachments.</summary>
    Container,

    /// <summary>Signatures.</summary>
    Signatures,

    /// <summary>Certificate chains and roles.</summary>
    Chains,

    /// <summary>Revocation evidence and its age.</summary>
    Evidence,

    /// <summary>Offer and acceptance.</summary>
    Agreement,

    /// <summary>Limits of the session.</summary>
    Caps,

    /// <summary>Tariff, roaming, policy and meter declarations.</summary>
    Declarations,

    /// <summary>Meter statements.</summary>
    Metering,

    /// <summary>Checkpoints and acknowledgements.</summary>
    Checkpoints,

    /// <summary>The two halves against each other.</summary>
    Reciprocity,

    /// <summary>Signed ISO 15118 messages of a vehicle that does not pair.</summary>
    IsoEvidence,

    /// <summary>The cost.</summary>
    Cost,

    /// <summary>Instants, their order and their quality.</summary>
    Time,

    /// <summary>The histories of the devices.</summary>
    DeviceChain,

    /// <summary>Commitments and what opens them.</summary>
    Disclosure,

    /// <summary>Demands of the verifier's own policy.</summary>
    Policy,
}
