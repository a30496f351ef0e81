using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Secc;

/// <summary>Everything that can happen to the charger.</summary>
public abstract record SeccInput
{
    private SeccInput()
    {
    }

    /// <summary>A vehicle has connected.</summary>
    /// <param name="IsTls">Whether the connection is protected by TLS.</param>
    public sealed record LinkUp(bool IsTls) : SeccInput;

    /// <summary>The connection is gone.</summary>
    public sealed record LinkLost : SeccInput;

    /// <summary>The protocol handshake has come.</summary>
    /// <param name="Request">The vehicle's list.</param>
    public sealed record AppProtocolReceived(SupportedAppProtocolReq Request) : SeccInput;

    /// <summary>A message of ISO 15118-2 has come.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Raw">Its EXI octets as they were received.</param>
    /// <param name="At">When it came.</param>
    public sealed record Received(V2G_Message Message, ExiBytes Raw, DateTimeOffset At) : SeccInput;

    /// <summary>A payload has come that is no message of the negotiated schema.</summary>
    /// <param name="Code">The decoder's code, such as EXI2003.</param>
    public sealed record Undecodable(string Code) : SeccInput;

    /// <summary>Random octets have been drawn as <see cref="SeccOutput.DrawRandom"/> asked.</summary>
    /// <param name="Purpose">What they are for.</param>
    /// <param name="Octets">The octets, from a cryptographic source.</param>
    public sealed record RandomDrawn(RandomPurpose Purpose, ExiBytes Octets) : SeccInput;

    /// <summary>The contract chain of <see cref="SeccOutput.VerifyContract"/> has been judged.</summary>
    /// <param name="Verdict">The judgement.</param>
    public sealed record ContractVerified(ContractVerdict Verdict) : SeccInput;

    /// <summary>The signature of <see cref="SeccOutput.VerifySignature"/> has been checked.</summary>
    /// <param name="Purpose">What it was for.</param>
    /// <param name="Valid">Whether it holds.</param>
    public sealed record SignatureVerified(SignaturePurpose Purpose, bool Valid) : SeccInput;

    /// <summary>The tariffs of <see cref="SeccOutput.SignTariffs"/> have got their signature.</summary>
    /// <param name="Signature">The signature, or null where there is none: then the tariffs are left out.</param>
    public sealed record TariffsSigned(SignatureType? Signature) : SeccInput;

    /// <summary>The request of <see cref="SeccOutput.Provision"/> has been answered.</summary>
    /// <param name="Result">The answer.</param>
    public sealed record Provisioned(ProvisioningResult Result) : SeccInput;

    /// <summary>Schedules are there, as <see cref="SeccOutput.RequestSchedules"/> asked.</summary>
    /// <param name="Schedules">The schedules.</param>
    public sealed record SchedulesProvided(SAScheduleListType Schedules) : SeccInput;

    /// <summary>The operator has authorised the session by external means.</summary>
    public sealed record EimAuthorised : SeccInput;

    /// <summary>The operator has refused it.</summary>
    public sealed record EimRejected : SeccInput;

    /// <summary>
    /// The pair settlement permits power, or withdraws it. Where pairing is selected nothing is energised before the
    /// permission; withdrawing it opens the contactor at once.
    /// </summary>
    /// <param name="Granted">Whether power is permitted.</param>
    /// <param name="Reason">Why, in words without personal data.</param>
    public sealed record PowerPermission(bool Granted, string Reason) : SeccInput;

    /// <summary>The session is to end in good order: the vehicle is told to stop.</summary>
    /// <param name="Reason">Why, in words without personal data.</param>
    public sealed record StopRequested(string Reason) : SeccInput;

    /// <summary>The schedules are to be negotiated again.</summary>
    public sealed record RenegotiationRequested : SeccInput;

    /// <summary>The contactor reports its position: a level, reported again whenever somebody asks.</summary>
    /// <param name="Closed">Whether it is closed.</param>
    public sealed record ContactorReported(bool Closed) : SeccInput;

    /// <summary>The control pilot's state: a level too.</summary>
    /// <param name="State">The state.</param>
    public sealed record ControlPilotReported(ControlPilotState State) : SeccInput;

    /// <summary>The meter was read.</summary>
    /// <param name="Reading">The reading.</param>
    public sealed record MeterRead(MeterReading Reading) : SeccInput;

    /// <summary>The isolation test has ended.</summary>
    /// <param name="Isolation">Its result.</param>
    public sealed record CableChecked(IsolationLevelType Isolation) : SeccInput;

    /// <summary>The power supply measured its output (DC).</summary>
    /// <param name="Sample">The sample.</param>
    public sealed record DcMeasured(DcSample Sample) : SeccInput;

    /// <summary>A device reports a fault that forbids power: emergency stop, residual current, over-temperature.</summary>
    /// <param name="Fault">The fault, in words.</param>
    public sealed record FaultDetected(string Fault) : SeccInput;

    /// <summary>A timer has run out.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record TimerExpired(SeccTimer Timer) : SeccInput;
}
