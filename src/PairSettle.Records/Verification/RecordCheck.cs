namespace PairSettle.Records.Verification;

/// <summary>
/// Every check of the verifier. The number is the code of its findings: <c>REC3001</c>. A code names the check; whether it passed or
/// failed is the finding's outcome. Numbers are never reused.
/// </summary>
public enum RecordCheck
{
    /// <summary>Every attachment is what its kind says.</summary>
    AttachmentReadable = 3001,

    /// <summary>Every attachment is named by signed content of this record.</summary>
    AttachmentBound = 3002,

    /// <summary>Everything that signed content names is attached.</summary>
    AttachmentPresent = 3003,

    /// <summary>The charger signed the offer.</summary>
    OfferSignature = 3051,

    /// <summary>The contract's key signed the acceptance.</summary>
    AcceptanceSignature = 3052,

    /// <summary>The charger signed the last checkpoint.</summary>
    CheckpointSignature = 3053,

    /// <summary>The contract's key signed the acknowledgement.</summary>
    AckSignature = 3054,

    /// <summary>The charger signed its half-record.</summary>
    ChargerHalfSignature = 3055,

    /// <summary>The contract's key signed the vehicle's half-record.</summary>
    VehicleHalfSignature = 3056,

    /// <summary>The charger's certificate leads to an anchor, at session time.</summary>
    ChargerChain = 3101,

    /// <summary>The contract's certificate leads to an anchor, at session time.</summary>
    ContractChain = 3102,

    /// <summary>The revocation evidence is no older than agreed and promised.</summary>
    EvidenceAge = 3151,

    /// <summary>The acceptance accepts this offer.</summary>
    AcceptanceNamesOffer = 3201,

    /// <summary>Offer and acceptance name the same two credentials.</summary>
    PartiesAgree = 3202,

    /// <summary>The offer was accepted while it stood.</summary>
    AcceptanceInTime = 3203,

    /// <summary>The acceptance does not widen the offered limits.</summary>
    AcceptanceCaps = 3204,

    /// <summary>An accepted offer answers a hello.</summary>
    HelloNamed = 3205,

    /// <summary>The offer is tied to a connection.</summary>
    ChannelBound = 3206,

    /// <summary>The energy is within the cap.</summary>
    CapEnergy = 3251,

    /// <summary>The cost is within the cap.</summary>
    CapAmount = 3252,

    /// <summary>The duration is within the cap.</summary>
    CapDuration = 3253,

    /// <summary>The agreed limits keep those of roaming and policy declarations.</summary>
    CapsWithinDeclarations = 3254,

    /// <summary>A declaration that is named for a purpose is of that kind.</summary>
    DeclarationKindMatches = 3301,

    /// <summary>The issuer signed the declaration.</summary>
    DeclarationSignature = 3302,

    /// <summary>The issuer leads to an anchor of the role in which it speaks, and may speak so.</summary>
    DeclarationIssuer = 3303,

    /// <summary>The declaration counts at session time.</summary>
    DeclarationValidity = 3304,

    /// <summary>The declaration is about this session.</summary>
    DeclarationScopeMatches = 3305,

    /// <summary>Currency and rounding of the offer are those of the tariff.</summary>
    TariffTerms = 3306,

    /// <summary>Who promises to pay is the authority of the contract.</summary>
    RoamingAuthority = 3307,

    /// <summary>The roaming declaration accepts the tariff.</summary>
    RoamingTariff = 3308,

    /// <summary>The liability of the offer is what the roaming declaration promises.</summary>
    RoamingLiability = 3309,

    /// <summary>The offer allows no older evidence than the roaming declaration.</summary>
    RoamingEvidenceAge = 3310,

    /// <summary>The session lies inside the policy's time windows.</summary>
    PolicyWindow = 3311,

    /// <summary>The policy allows the charger.</summary>
    PolicyCharger = 3312,

    /// <summary>The policy allows the contract.</summary>
    PolicyContract = 3313,

    /// <summary>The meter is as accurate as the policy asks.</summary>
    PolicyMeterClass = 3314,

    /// <summary>Energy flowed out of the vehicle only where the policy allows it.</summary>
    PolicyDischarge = 3315,

    /// <summary>A declaration binds the meter to the EVSE.</summary>
    MeterDeclared = 3401,

    /// <summary>All statements are of one meter.</summary>
    MeterSame = 3402,

    /// <summary>Registers and instants of the meter never run backwards.</summary>
    MeterOrder = 3403,

    /// <summary>What the meter itself signed is right.</summary>
    MeterAttested = 3404,

    /// <summary>The energy of the charger's half is the difference of its meter's registers.</summary>
    MeterEnergy = 3405,

    /// <summary>Checkpoint and acknowledgement belong to this agreement.</summary>
    CheckpointAgreement = 3451,

    /// <summary>The acknowledgement names the checkpoint.</summary>
    AckNamesCheckpoint = 3452,

    /// <summary>The half-records name the last checkpoint that both signed.</summary>
    HalfNamesCheckpoint = 3453,

    /// <summary>The checkpoint continues the chain that began with the agreement.</summary>
    CheckpointChain = 3454,

    /// <summary>The checkpoint's energy is what its meter shows since the start.</summary>
    CheckpointMeter = 3455,

    /// <summary>The acknowledged measurement is within the tolerance.</summary>
    CheckpointTolerance = 3456,

    /// <summary>What nobody acknowledged is within one slice.</summary>
    UnacknowledgedDelivery = 3457,

    /// <summary>Each half speaks for the party in whose place it stands.</summary>
    HalfRole = 3501,

    /// <summary>Each half is of this agreement.</summary>
    HalfAgreement = 3502,

    /// <summary>Each half names its own and the other party's credential.</summary>
    HalfParties = 3503,

    /// <summary>Each half names the agreed tariff.</summary>
    HalfTariff = 3504,

    /// <summary>Both parties signed their half.</summary>
    MatchedPair = 3505,

    /// <summary>Both measurements of energy agree within the tolerance.</summary>
    EnergyAgrees = 3506,

    /// <summary>Both halves state the same cost.</summary>
    CostEqual = 3507,

    /// <summary>An attached ISO 15118 message is one that carries a signature of use.</summary>
    IsoMessageReadable = 3551,

    /// <summary>The contract's key signed the ISO 15118 message, or its issuer's key the tariff.</summary>
    IsoSignature = 3552,

    /// <summary>The signed challenge is derived from this offer.</summary>
    IsoAuthorisationBound = 3553,

    /// <summary>All signed messages are of one ISO 15118 session.</summary>
    IsoSession = 3554,

    /// <summary>The signed receipt confirms what the charger's meter showed.</summary>
    IsoReceipt = 3555,

    /// <summary>The periods add up to the session.</summary>
    UsageComplete = 3601,

    /// <summary>The cost follows from tariff and periods.</summary>
    CostRecomputed = 3602,

    /// <summary>A vehicle alone claims the cost of the last checkpoint.</summary>
    CostOfCheckpoint = 3603,

    /// <summary>All amounts are of the agreed currency.</summary>
    CostCurrency = 3604,

    /// <summary>The instants of each device are in order.</summary>
    TimeOrder = 3651,

    /// <summary>The clocks of both devices agree.</summary>
    TimeAgreement = 3652,

    /// <summary>The clocks are as good as the verifier asks.</summary>
    TimeQualitySufficient = 3653,

    /// <summary>The offer is not older than the evidence it names.</summary>
    TimeEvidence = 3654,

    /// <summary>The device's totals contain this session.</summary>
    DeviceCounters = 3701,

    /// <summary>The record continues the previous record of the same device.</summary>
    DevicePrevious = 3702,

    /// <summary>Energy of the device that belongs to no record.</summary>
    DeviceGap = 3703,

    /// <summary>What one device saw of the other agrees with what the other says.</summary>
    PeerHead = 3704,

    /// <summary>A sensitive field.</summary>
    CommitmentOpened = 3751,

    /// <summary>The disclosed contract identifier is that of the contract certificate.</summary>
    ContractIdentity = 3752,

    /// <summary>The grade is as good as the verifier asks.</summary>
    GradeSufficient = 3801,

    /// <summary>The field that the verifier asks for is disclosed.</summary>
    DisclosureRequired = 3802,
}
