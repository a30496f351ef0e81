using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Secc;

/// <summary>Runs the charger's machine over a connection: the edge where clock, randomness, keys and devices are.</summary>
public sealed class SeccHost
{
    private static readonly SeccInput.FaultDetected DeviceFailed = new("a device did not take its command");

    private readonly HostLoop<SeccInput, SeccTimer> _loop;
    private readonly ISeccDevices _devices;
    private readonly ISeccBackend _backend;
    private readonly ISignatureVerifier _signatures;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private SeccState _state;

    /// <summary>A host for one session.</summary>
    /// <param name="initial">The state to begin with: <see cref="SeccState.Initial"/>.</param>
    /// <param name="devices">The devices.</param>
    /// <param name="backend">Who is asked about contracts, tariffs and schedules.</param>
    /// <param name="signatures">Who verifies the vehicle's signatures.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <param name="logger">The log, if any.</param>
    public SeccHost(
        SeccState initial,
        ISeccDevices devices,
        ISeccBackend backend,
        ISignatureVerifier signatures,
        TimeProvider? time = null,
        ILogger<SeccHost>? logger = null)
    {
        _state = initial;
        _devices = devices;
        _backend = backend;
        _signatures = signatures;
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<SeccHost>.Instance;
        _loop = new(_time, _logger, timer => new SeccInput.TimerExpired(timer), new SeccInput.LinkLost());
    }

    /// <summary>The state after the latest step.</summary>
    public SeccState State => Volatile.Read(ref _state);

    /// <summary>Who watches, if anybody.</summary>
    public ISessionObserver<SeccStep>? Observer { get; init; }

    /// <summary>Tells the machine something: a command of the operator, a word of the pair settlement, a device's report.</summary>
    /// <param name="input">What happened. Any thread may call.</param>
    public void Post(SeccInput input) => _loop.Post(input);

    /// <summary>Runs the session to its end. The connection is closed and the contactor told to open whatever happens.</summary>
    /// <param name="channel">The connection.</param>
    /// <param name="isTls">Whether it is protected by TLS.</param>
    /// <param name="cancellationToken">Ends the session without good order.</param>
    /// <returns>How it ended.</returns>
    public Task<SeccResult> RunAsync(IV2gtpChannel channel, bool isTls, CancellationToken cancellationToken)
    {
        _devices.Attach(Post);
        Post(new SeccInput.LinkUp(isTls));
        return _loop.RunAsync(
            channel,
            Decode,
            (input, ending) => StepAsync(input, channel, ending),
            () => _devices.SetContactorAsync(false, PowerPurpose.Delivery, CancellationToken.None),
            cancellationToken);
    }

    private async ValueTask<SeccResult?> StepAsync(SeccInput input, IV2gtpChannel channel, CancellationToken cancellationToken)
    {
        var before = _state.Phase;
        var step = SeccMachine.Step(_state, input);
        Volatile.Write(ref _state, step.State);
        if (step.State.Phase != before)
        {
            LogEvents.SeccPhaseEntered(_logger, step.State.Phase);
        }

        Observer?.Stepped(step);
        foreach (var output in step.Outputs)
        {
            if (output is SeccOutput.Terminated end)
            {
                LogEvents.SeccEnded(_logger, end.Reason);
                return new(end.Reason, end.Paused, step.State);
            }

            await PerformAsync(output, channel, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    // The grammar follows from what was negotiated, never from the octets.
    private SeccInput Decode(ReadOnlyMemory<byte> payload)
    {
        if (_state.Phase is SeccPhase.AppProtocol)
        {
            return SupportedAppProtocolReq.TryDecode(payload.Span, out var request, out var fault)
                ? new SeccInput.AppProtocolReceived(request)
                : Undecodable(fault);
        }

        return V2G_Message.TryDecode(payload.Span, out var message, out var error)
            ? new SeccInput.Received(message, ExiBytes.Copy(payload.Span), _time.GetUtcNow())
            : Undecodable(error);
    }

    private SeccInput.Undecodable Undecodable(ExiError error)
    {
        LogEvents.PayloadUndecodable(_logger, error.Code);
        return new(error.Code);
    }

    private async ValueTask PerformAsync(SeccOutput output, IV2gtpChannel channel, CancellationToken cancellationToken)
    {
        switch (output)
        {
            case SeccOutput.SendAppProtocol send:
                await _loop.SendAsync(channel, send.Response.ToExi(), cancellationToken).ConfigureAwait(false);
                break;
            case SeccOutput.Send send:
                var payload = send.Message.ToExi();
                if (send.Evidence is { } kind)
                {
                    Observer?.EvidenceObserved(kind, ExiBytes.Copy(payload));
                }

                await _loop.SendAsync(channel, payload, cancellationToken).ConfigureAwait(false);
                break;
            case SeccOutput.Arm arm:
                _loop.Arm(arm.Timer, arm.Duration);
                break;
            case SeccOutput.Cancel cancel:
                _loop.Cancel(cancel.Timer);
                break;
            case SeccOutput.DrawRandom { Purpose: not RandomPurpose.Challenge } draw:
                Post(Drawn(draw));
                break;
            case SeccOutput.EvidenceObserved evidence:
                Observer?.EvidenceObserved(evidence.Kind, evidence.Exi);
                break;
            case SeccOutput.Report report:
                LogEvents.SeccReported(_logger, report.Event);
                break;
            case SeccOutput.CloseLink:
                await channel.DisposeAsync().ConfigureAwait(false);
                break;
            case SeccOutput.CloseContactor close:
                await CommandAsync(output, () => _devices.SetContactorAsync(true, close.Purpose, cancellationToken)).ConfigureAwait(false);
                break;
            case SeccOutput.OpenContactor:
                await CommandAsync(output, () => _devices.SetContactorAsync(false, PowerPurpose.Delivery, cancellationToken)).ConfigureAwait(false);
                break;
            case SeccOutput.SetDcTarget target:
                await CommandAsync(
                    output, () => _devices.SetDcTargetAsync(target.VoltageV, target.CurrentA, cancellationToken)).ConfigureAwait(false);
                break;
            default:
                Ask(output, cancellationToken);
                break;
        }
    }

    private static SeccInput.RandomDrawn Drawn(SeccOutput.DrawRandom draw) =>
        new(draw.Purpose, ExiBytes.Copy(RandomNumberGenerator.GetBytes(draw.Octets)));

    private ValueTask CommandAsync(SeccOutput output, Func<ValueTask> command) =>
        _loop.CommandAsync(output.GetType().Name, command, DeviceFailed);

    // The machine limits every question with a timer of its own.
    private void Ask(SeccOutput output, CancellationToken cancellationToken)
    {
        (Func<ValueTask<SeccInput?>> Question, SeccInput? Failure) asked = output switch
        {
            SeccOutput.DrawRandom draw => (
                async () => await _backend.ProvideChallengeAsync(cancellationToken).ConfigureAwait(false) is { } challenge
                    ? new SeccInput.RandomDrawn(draw.Purpose, challenge)
                    : Drawn(draw),
                Drawn(draw)),
            SeccOutput.VerifyContract verify => (
                async () => new SeccInput.ContractVerified(
                    await _backend.VerifyContractAsync(verify.EMAID, verify.Chain, verify.At, cancellationToken).ConfigureAwait(false)),
                new SeccInput.ContractVerified(ContractVerdict.ChainError)),
            SeccOutput.VerifySignature verify => (
                async () => new SeccInput.SignatureVerified(
                    verify.Check.Purpose, await _signatures.VerifyAsync(verify.Check, cancellationToken).ConfigureAwait(false)),
                new SeccInput.SignatureVerified(verify.Check.Purpose, false)),
            SeccOutput.SignTariffs sign => (
                async () => new SeccInput.TariffsSigned(await _backend.SignTariffsAsync(sign.Tariffs, cancellationToken).ConfigureAwait(false)),
                new SeccInput.TariffsSigned(null)),
            SeccOutput.Provision provision => (
                async () => new SeccInput.Provisioned(
                    await _backend.ProvisionAsync(provision.Request, provision.Raw, cancellationToken).ConfigureAwait(false)),
                new SeccInput.Provisioned(new ProvisioningResult.Declined(Iso2.ResponseCodeType.FAILED_NoCertificateAvailable))),
            SeccOutput.RequestSchedules request => (
                async () => await _backend.ProvideSchedulesAsync(request.Request, cancellationToken).ConfigureAwait(false) is { } schedules
                    ? new SeccInput.SchedulesProvided(schedules)
                    : null,
                null),
            SeccOutput.StartCableCheck => (
                async () => new SeccInput.CableChecked(await _devices.CheckCableAsync(cancellationToken).ConfigureAwait(false)),
                new SeccInput.CableChecked(IsolationLevelType.Fault)),
            SeccOutput.ReadMeter => (
                async () => await _devices.ReadMeterAsync(cancellationToken).ConfigureAwait(false) is { } reading
                    ? new SeccInput.MeterRead(reading)
                    : null,
                null),
            _ => throw new ArgumentOutOfRangeException(nameof(output), output, "The hierarchy of outputs is closed."),
        };
        _ = _loop.AskAsync(output.GetType().Name, asked.Question, asked.Failure);
    }
}
