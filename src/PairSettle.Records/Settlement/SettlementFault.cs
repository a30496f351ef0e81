namespace PairSettle.Records.Settlement;

/// <summary>Why a session was refused or ended early. The number is the code, <c>REC6001</c>, and stands in an abort on the wire.</summary>
public enum SettlementFault
{
    /// <summary>There is no fault.</summary>
    None = 0,

    /// <summary>The bytes are not a pair message.</summary>
    MessageMalformed = 6001,

    /// <summary>The message does not belong into this phase.</summary>
    MessageUnexpected = 6002,

    /// <summary>The message belongs to a session that this device does not hold.</summary>
    SessionUnknown = 6003,

    /// <summary>The two sides speak no common version.</summary>
    VersionUnsupported = 6004,

    /// <summary>The contract's chain is not trusted.</summary>
    ContractRefused = 6005,

    /// <summary>The charger's chain is not trusted.</summary>
    ChargerRefused = 6006,

    /// <summary>A signature is wrong or was made with another key.</summary>
    SignatureWrong = 6007,

    /// <summary>A declaration is missing, not trusted, or outside of its validity.</summary>
    DeclarationRefused = 6008,

    /// <summary>The tariff is missing or does not fit the session.</summary>
    TariffRefused = 6009,

    /// <summary>No roaming declaration covers the session, or its limits are used up.</summary>
    RoamingRefused = 6010,

    /// <summary>A policy forbids the session.</summary>
    PolicyForbids = 6011,

    /// <summary>Revocation evidence is missing or older than allowed.</summary>
    EvidenceTooOld = 6012,

    /// <summary>The nonce or the hello that is named is not the one that was sent.</summary>
    NonceMismatch = 6013,

    /// <summary>The offer was made on another connection.</summary>
    ChannelMismatch = 6014,

    /// <summary>The offer was accepted too late.</summary>
    OfferExpired = 6015,

    /// <summary>Limits are missing, above those offered, or nothing remains of them.</summary>
    CapsRefused = 6016,

    /// <summary>A term of the offer is not acceptable: slice, tolerance, liability, rounding or EVSE.</summary>
    TermsRefused = 6017,

    /// <summary>A signed statement names another agreement, offer or certificate.</summary>
    AgreementMismatch = 6018,

    /// <summary>A checkpoint does not continue the chain of checkpoints.</summary>
    ChainBroken = 6019,

    /// <summary>A meter changed, ran backwards, or its attestation is missing or wrong.</summary>
    MeterFault = 6020,

    /// <summary>The cost is not what tariff and periods give.</summary>
    CostMismatch = 6021,

    /// <summary>The two measurements differ by more than the tolerance.</summary>
    Divergence = 6022,

    /// <summary>A peer signed two different statements for one step.</summary>
    Equivocation = 6023,

    /// <summary>The peer vanished.</summary>
    PeerLost = 6024,

    /// <summary>The clock shows a time before the device's own last record or before verified evidence.</summary>
    ClockBehind = 6025,

    /// <summary>The clocks of the two sides differ by more than is allowed.</summary>
    ClocksDisagree = 6026,

    /// <summary>The session was stopped before an agreement.</summary>
    Stopped = 6027,

    /// <summary>The peer gave the session up.</summary>
    PeerAborted = 6028,

    /// <summary>The own credential, a declaration of the own side or a signature by the own key is not usable.</summary>
    OwnSideUnusable = 6029,
}
