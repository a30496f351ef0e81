using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Evcc;

/// <summary>All that the vehicle knows about one session: plain data, compared by value.</summary>
public sealed record EvccState
{
    private EvccState()
    {
    }

    /// <summary>Where the session stands.</summary>
    public EvccPhase Phase { get; internal init; }

    /// <summary>What the vehicle does in this phase.</summary>
    public EvccActivity Activity { get; internal init; }

    /// <summary>What the vehicle is and wants.</summary>
    public required EvccOptions Options { get; init; }

    /// <summary>The session that it paused and wants to join again, if any.</summary>
    public PausedSession? Paused { get; internal init; }

    /// <summary>Whether the connection is protected by TLS.</summary>
    public bool IsTls { get; internal init; }

    /// <summary>The session's identifier; empty before SessionSetupRes.</summary>
    public ExiBytes SessionID { get; internal init; }

    /// <summary>Whether the paused session was joined.</summary>
    public bool Joined { get; internal init; }

    /// <summary>Whether pair settlement was selected: from then on power needs its agreement.</summary>
    public bool PairingSelected { get; internal init; }

    /// <summary>What the pair settlement says.</summary>
    public Decision Settlement { get; internal init; }

    /// <summary>The chosen energy transfer mode.</summary>
    public EnergyTransferModeType? EnergyTransferMode { get; internal init; }

    /// <summary>The chosen payment option.</summary>
    public PaymentOptionType? PaymentOption { get; internal init; }

    /// <summary>Whether the charger finished the authorisation.</summary>
    public bool IsAuthorised { get; internal init; }

    /// <summary>The schedule that the vehicle follows.</summary>
    public SAScheduleTupleType? Schedule { get; internal init; }

    /// <summary>Whether the mobility operator's signature over the tariffs holds.</summary>
    public bool TariffTrusted { get; internal init; }

    /// <summary>What the battery management last said.</summary>
    public required EvBattery Battery { get; init; }

    /// <summary>The latest meter reading that the charger gave.</summary>
    public MeterInfoType? MeterInfo { get; internal init; }

    /// <summary>The current per phase that the charger gives (AC).</summary>
    public decimal? AcLimitA { get; internal init; }

    /// <summary>The latest voltage that the charger gave (DC).</summary>
    public decimal? PresentVoltageV { get; internal init; }

    /// <summary>The latest current that the charger gave (DC).</summary>
    public decimal? PresentCurrentA { get; internal init; }

    /// <summary>Whether the vehicle shows state C.</summary>
    public bool ControlPilotReady { get; internal init; }

    /// <summary>Whether the vehicle wants its contactor closed (DC).</summary>
    public bool ContactorCommanded { get; internal init; }

    /// <summary>Whether the contactor says that it is closed (DC).</summary>
    public bool ContactorClosed { get; internal init; }

    /// <summary>Whether the charger agreed to deliver and nobody has ended it yet.</summary>
    public bool IsDelivering { get; internal init; }

    /// <summary>Whether the session is to end.</summary>
    public bool StopRequested { get; internal init; }

    /// <summary>The code with which the charger refused something, if it did.</summary>
    public ResponseCodeType? PeerCode { get; internal init; }

    /// <summary>The timers that run.</summary>
    public EvccTimers Timers { get; internal init; }

    /// <summary>Why the session ended; null while it lasts.</summary>
    public TerminationReason? Ending { get; internal init; }

    /// <summary>Whether the vehicle may ask for power.</summary>
    public bool MayEnergise =>
        IsAuthorised && !StopRequested && Ending is null && (!PairingSelected || Settlement is Decision.Granted);

    internal EvccContract? Contract { get; init; }

    internal ExiList<ushort> DetailsWanted { get; init; }

    internal short? PairingSet { get; init; }

    internal short? CertificateSet { get; init; }

    internal ExiBytes GenChallenge { get; init; }

    internal BodyBaseType? Draft { get; init; }

    internal SignatureType? DraftSignature { get; init; }

    internal SAScheduleListType? SchedulesInCheck { get; init; }

    internal ExiBytes SchedulesRaw { get; init; }

    internal bool PauseRequested { get; init; }

    internal bool RenegotiationRequested { get; init; }

    internal bool HasDelivered { get; init; }

    internal int WeldingChecks { get; init; }

    internal TerminationReason StopReason { get; init; } = TerminationReason.Completed;

    internal bool LinkClosed { get; init; }

    internal PausedSession? NewlyPaused { get; init; }

    internal bool IsDc => EnergyTransferMode?.IsDc() ?? false;

    /// <summary>The state in front of a connection.</summary>
    /// <param name="options">What the vehicle is and wants.</param>
    /// <param name="battery">How its battery is.</param>
    /// <param name="paused">The session to join again, if any.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public static EvccState Initial(EvccOptions options, EvBattery battery, PausedSession? paused = null)
    {
        options.Validate();
        return new() { Options = options, Battery = battery, Paused = paused, Contract = options.Contract };
    }
}
