using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>Everything that the charger can want done, in the order in which it is to be done.</summary>
public abstract record SeccOutput
{
    private SeccOutput()
    {
    }

    /// <summary>Send the answer to the protocol handshake.</summary>
    /// <param name="Response">The answer.</param>
    public sealed record SendAppProtocol(SupportedAppProtocolRes Response) : SeccOutput;

    /// <summary>Send a message.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Evidence">What its octets prove later, if anything: they are to be kept exactly as they were sent.</param>
    public sealed record Send(V2G_Message Message, EvidenceKind? Evidence = null) : SeccOutput;

    /// <summary>Start a timer, or start it again.</summary>
    /// <param name="Timer">The timer.</param>
    /// <param name="Duration">Its time.</param>
    public sealed record Arm(SeccTimer Timer, TimeSpan Duration) : SeccOutput;

    /// <summary>Stop a timer.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record Cancel(SeccTimer Timer) : SeccOutput;

    /// <summary>Draw octets from a cryptographic random source.</summary>
    /// <param name="Purpose">What they are for.</param>
    /// <param name="Octets">How many.</param>
    public sealed record DrawRandom(RandomPurpose Purpose, int Octets) : SeccOutput;

    /// <summary>Judge a contract certificate chain.</summary>
    /// <param name="EMAID">The contract that it must belong to. A personal identifier.</param>
    /// <param name="Chain">The chain.</param>
    /// <param name="At">The time at which it must hold.</param>
    public sealed record VerifyContract(string EMAID, CertificateChainType Chain, DateTimeOffset At) : SeccOutput;

    /// <summary>Check the signature in the header of a message.</summary>
    /// <param name="Check">What to check.</param>
    public sealed record VerifySignature(SignatureCheck Check) : SeccOutput;

    /// <summary>Sign the tariffs for a Plug &amp; Charge vehicle, or find the mobility operator's signature over them.</summary>
    /// <param name="Tariffs">The tariffs, each with an Id.</param>
    public sealed record SignTariffs(ExiList<SalesTariffType> Tariffs) : SeccOutput;

    /// <summary>Hand a request for a contract certificate to the provisioning backend.</summary>
    /// <param name="Request">The request with its signature.</param>
    /// <param name="Raw">The octets as they came, which is what backends take.</param>
    public sealed record Provision(V2G_Message Request, ExiBytes Raw) : SeccOutput;

    /// <summary>Work out schedules for what the vehicle asked.</summary>
    /// <param name="Request">The vehicle's parameters.</param>
    public sealed record RequestSchedules(ChargeParameterDiscoveryReq Request) : SeccOutput;

    /// <summary>Close the contactor. The devices decide whether they may, and report the position.</summary>
    /// <param name="Purpose">What for.</param>
    public sealed record CloseContactor(PowerPurpose Purpose) : SeccOutput;

    /// <summary>Open the contactor.</summary>
    public sealed record OpenContactor : SeccOutput;

    /// <summary>Test the isolation of the cable (DC).</summary>
    public sealed record StartCableCheck : SeccOutput;

    /// <summary>Set the power supply (DC).</summary>
    /// <param name="VoltageV">The voltage to reach.</param>
    /// <param name="CurrentA">The current not to exceed.</param>
    public sealed record SetDcTarget(decimal VoltageV, decimal CurrentA) : SeccOutput;

    /// <summary>Read the meter.</summary>
    public sealed record ReadMeter : SeccOutput;

    /// <summary>A message has come that proves something about the session, and has been verified.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Exi">The EXI octets of the whole message, exactly as received.</param>
    public sealed record EvidenceObserved(EvidenceKind Kind, ExiBytes Exi) : SeccOutput;

    /// <summary>Tell whoever watches.</summary>
    /// <param name="Event">What happened.</param>
    public sealed record Report(SeccEvent Event) : SeccOutput;

    /// <summary>Close the connection.</summary>
    public sealed record CloseLink : SeccOutput;

    /// <summary>The session is over; this is the last output.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Paused">What to keep so that the vehicle can join again, after <see cref="TerminationReason.Paused"/>.</param>
    public sealed record Terminated(TerminationReason Reason, PausedSession? Paused) : SeccOutput;
}
