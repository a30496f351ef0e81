using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>All that the charger knows about one session: plain data, compared by value.</summary>
public sealed record SeccState
{
    private SeccState()
    {
    }

    /// <summary>Where the session stands.</summary>
    public SeccPhase Phase { get; internal init; }

    /// <summary>What the charger is and offers.</summary>
    public required SeccOptions Options { get; init; }

    /// <summary>The session that was paused at this outlet, if any.</summary>
    public PausedSession? Paused { get; internal init; }

    /// <summary>Whether the connection is protected by TLS.</summary>
    public bool IsTls { get; internal init; }

    /// <summary>Whether the vehicle showed the marker of pair settlement.</summary>
    public bool VehicleCanPair { get; internal init; }

    /// <summary>Whether pair settlement was selected: from then on power needs its permission.</summary>
    public bool PairingSelected { get; internal init; }

    /// <summary>What the pair settlement says about power.</summary>
    public Decision PowerPermission { get; internal init; }

    /// <summary>The session's identifier; empty before SessionSetup.</summary>
    public ExiBytes SessionID { get; internal init; }

    /// <summary>Whether a paused session was joined.</summary>
    public bool Joined { get; internal init; }

    /// <summary>The selected payment option.</summary>
    public PaymentOptionType? PaymentOption { get; internal init; }

    /// <summary>What the operator said about external payment.</summary>
    public Decision ExternalPayment { get; internal init; }

    /// <summary>What the check of the signed AuthorizationReq gave.</summary>
    public Decision Contract { get; internal init; }

    /// <summary>The negotiated energy transfer mode.</summary>
    public EnergyTransferModeType? EnergyTransferMode { get; internal init; }

    /// <summary>The schedules that were offered to the vehicle.</summary>
    public SAScheduleListType? Schedules { get; internal init; }

    /// <summary>The schedule that the vehicle follows.</summary>
    public byte? SAScheduleTupleID { get; internal init; }

    /// <summary>The isolation test.</summary>
    public CableCheckProgress CableCheck { get; internal init; }

    /// <summary>Whether the charger wants the contactor closed; only an authorised session may.</summary>
    public bool ContactorCommanded { get; internal init; }

    /// <summary>Whether the contactor says that it is closed.</summary>
    public bool ContactorClosed { get; internal init; }

    /// <summary>The control pilot's state.</summary>
    public ControlPilotState ControlPilot { get; internal init; } = ControlPilotState.B;

    /// <summary>The latest sample of the power supply.</summary>
    public DcSample DcSample { get; internal init; }

    /// <summary>The latest reading of the meter.</summary>
    public MeterReading? Meter { get; internal init; }

    /// <summary>The register of the last reading that the vehicle signed.</summary>
    public ulong? ReceiptedWh { get; internal init; }

    /// <summary>Whether the session is to end, and the vehicle is being told.</summary>
    public bool StopRequested { get; internal init; }

    /// <summary>The timers that run.</summary>
    public SeccTimers Timers { get; internal init; }

    /// <summary>Why the session ended; null while it lasts.</summary>
    public TerminationReason? Ending { get; internal init; }

    /// <summary>Whether the session is authorised: by a contract's signature, or externally, or by the pair's agreement.</summary>
    public bool IsAuthorised => PaymentOption switch
    {
        PaymentOptionType.Contract => Contract is Decision.Granted,
        PaymentOptionType.ExternalPayment =>
            ExternalPayment is Decision.Granted || (PairingSelected && PowerPermission is Decision.Granted),
        _ => false,
    };

    /// <summary>Whether the contactor may be closed.</summary>
    public bool MayEnergise =>
        IsAuthorised && !StopRequested && Ending is null && (!PairingSelected || PowerPermission is Decision.Granted);

    internal ExiBytes EVCCID { get; init; }

    internal ExiBytes GenChallenge { get; init; }

    internal ExiBytes? AuthorizationInCheck { get; init; }

    internal CertificateChainType? ContractChain { get; init; }

    internal MeterInfoType? ReceiptDue { get; init; }

    internal DateTimeOffset SchedulesFrom { get; init; }

    internal bool OngoingExpired { get; init; }

    internal bool SchedulesRequested { get; init; }

    internal bool RenegotiationRequested { get; init; }

    internal bool Fault { get; init; }

    internal TerminationReason StopReason { get; init; } = TerminationReason.StopRequested;

    internal bool LinkClosed { get; init; }

    internal PausedSession? NewlyPaused { get; init; }

    internal SeccPending? Pending { get; init; }

    internal bool IsDc => EnergyTransferMode?.IsDc() ?? Options.Ac is null;

    /// <summary>The state in front of a connection.</summary>
    /// <param name="options">What the charger is and offers.</param>
    /// <param name="paused">The session that was paused here, if any.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public static SeccState Initial(SeccOptions options, PausedSession? paused = null)
    {
        options.Validate();
        return new() { Options = options, Paused = paused, Schedules = options.Schedules };
    }
}
