using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Evcc;

/// <summary>Everything that can happen to the vehicle.</summary>
public abstract record EvccInput
{
    private EvccInput()
    {
    }

    /// <summary>The connection to a charger stands.</summary>
    /// <param name="IsTls">Whether it is protected by TLS.</param>
    public sealed record LinkUp(bool IsTls) : EvccInput;

    /// <summary>The connection is gone.</summary>
    public sealed record LinkLost : EvccInput;

    /// <summary>The answer to the protocol handshake has come.</summary>
    /// <param name="Response">The answer.</param>
    public sealed record AppProtocolReceived(SupportedAppProtocolRes Response) : EvccInput;

    /// <summary>A message of ISO 15118-2 has come.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Raw">Its EXI octets as they were received.</param>
    public sealed record Received(V2G_Message Message, ExiBytes Raw) : EvccInput;

    /// <summary>A payload has come that is no message of the negotiated schema.</summary>
    /// <param name="Code">The decoder's code, such as EXI2003.</param>
    public sealed record Undecodable(string Code) : EvccInput;

    /// <summary>The element of <see cref="EvccOutput.Sign"/> has been signed.</summary>
    /// <param name="Purpose">What the signature is for.</param>
    /// <param name="Signature">The signature, or null where the key is not available.</param>
    public sealed record Signed(SignaturePurpose Purpose, SignatureType? Signature) : EvccInput;

    /// <summary>The signature of <see cref="EvccOutput.VerifySignature"/> has been checked.</summary>
    /// <param name="Purpose">What it was for.</param>
    /// <param name="Valid">Whether it holds.</param>
    public sealed record SignatureVerified(SignaturePurpose Purpose, bool Valid) : EvccInput;

    /// <summary>The contract of <see cref="EvccOutput.InstallContract"/> has been installed.</summary>
    /// <param name="Contract">The contract, or null where it could not be.</param>
    public sealed record ContractInstalled(EvccContract? Contract) : EvccInput;

    /// <summary>
    /// The pair settlement agrees to charge, or does not any more. Where pairing is selected the vehicle asks for no
    /// power before it does.
    /// </summary>
    /// <param name="Ready">Whether it agrees.</param>
    /// <param name="Reason">Why, in words without personal data.</param>
    public sealed record SettlementReady(bool Ready, string Reason) : EvccInput;

    /// <summary>The session is to end in good order.</summary>
    /// <param name="Reason">Why, in words without personal data.</param>
    public sealed record StopRequested(string Reason) : EvccInput;

    /// <summary>The session is to be paused.</summary>
    public sealed record PauseRequested : EvccInput;

    /// <summary>The schedules are to be negotiated again.</summary>
    public sealed record RenegotiationRequested : EvccInput;

    /// <summary>The battery management reports: a level.</summary>
    /// <param name="Battery">What it wants and how it is.</param>
    public sealed record BatteryReported(EvBattery Battery) : EvccInput;

    /// <summary>The contactor reports its position: a level (DC).</summary>
    /// <param name="Closed">Whether it is closed.</param>
    public sealed record ContactorReported(bool Closed) : EvccInput;

    /// <summary>The control pilot as the vehicle sees it.</summary>
    /// <param name="State">The state; A, E and F mean that there is no charger to charge from.</param>
    public sealed record ControlPilotReported(ControlPilotState State) : EvccInput;

    /// <summary>A device of the vehicle reports a fault that forbids power.</summary>
    /// <param name="Fault">The fault, in words.</param>
    public sealed record FaultDetected(string Fault) : EvccInput;

    /// <summary>A timer has run out.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record TimerExpired(EvccTimer Timer) : EvccInput;
}
