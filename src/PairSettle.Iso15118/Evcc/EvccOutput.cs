using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <summary>Everything that the vehicle can want done, in the order in which it is to be done.</summary>
public abstract record EvccOutput
{
    private EvccOutput()
    {
    }

    /// <summary>Send the protocol handshake.</summary>
    /// <param name="Request">The vehicle's list.</param>
    public sealed record SendAppProtocol(SupportedAppProtocolReq Request) : EvccOutput;

    /// <summary>Send a message.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Evidence">What its octets prove later, if anything: they are to be kept exactly as they were sent.</param>
    public sealed record Send(V2G_Message Message, EvidenceKind? Evidence = null) : EvccOutput;

    /// <summary>Start a timer, or start it again.</summary>
    /// <param name="Timer">The timer.</param>
    /// <param name="Duration">Its time.</param>
    public sealed record Arm(EvccTimer Timer, TimeSpan Duration) : EvccOutput;

    /// <summary>Stop a timer.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record Cancel(EvccTimer Timer) : EvccOutput;

    /// <summary>Sign a request.</summary>
    /// <param name="Purpose">What the signature is for; it says which key.</param>
    /// <param name="Element">The body element, which carries an Id.</param>
    public sealed record Sign(SignaturePurpose Purpose, BodyBaseType Element) : EvccOutput;

    /// <summary>Check the signature in the header of a message.</summary>
    /// <param name="Check">What to check.</param>
    public sealed record VerifySignature(SignatureCheck Check) : EvccOutput;

    /// <summary>Verify a provisioning response, decrypt its key and install the contract.</summary>
    /// <param name="Response">CertificateInstallationRes or CertificateUpdateRes with its signature.</param>
    /// <param name="Raw">The octets as they came.</param>
    public sealed record InstallContract(V2G_Message Response, ExiBytes Raw) : EvccOutput;

    /// <summary>Show state C, or state B, on the control pilot.</summary>
    /// <param name="Ready">Whether the vehicle is ready for energy.</param>
    public sealed record SetControlPilot(bool Ready) : EvccOutput;

    /// <summary>Close the vehicle's contactor (DC).</summary>
    public sealed record CloseContactor : EvccOutput;

    /// <summary>Open the vehicle's contactor.</summary>
    public sealed record OpenContactor : EvccOutput;

    /// <summary>Keep the on-board charger within the current that the charger gives (AC). It comes again whenever the limit changes.</summary>
    /// <param name="CurrentA">The current per phase.</param>
    public sealed record LimitAcCurrent(decimal CurrentA) : EvccOutput;

    /// <summary>A message has come that proves something about the session, and has been verified.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Exi">The EXI octets of the whole message, exactly as received.</param>
    public sealed record EvidenceObserved(EvidenceKind Kind, ExiBytes Exi) : EvccOutput;

    /// <summary>Tell whoever watches.</summary>
    /// <param name="Event">What happened.</param>
    public sealed record Report(EvccEvent Event) : EvccOutput;

    /// <summary>Close the connection.</summary>
    public sealed record CloseLink : EvccOutput;

    /// <summary>The session is over; this is the last output.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Paused">What to keep in order to join again, after <see cref="TerminationReason.Paused"/>.</param>
    public sealed record Terminated(TerminationReason Reason, PausedSession? Paused) : EvccOutput;
}
