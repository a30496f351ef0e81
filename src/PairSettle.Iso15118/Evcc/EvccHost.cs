using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Evcc;

/// <summary>Runs the vehicle's machine over a connection: the edge where clock, keys and devices are.</summary>
public sealed class EvccHost
{
    private static readonly EvccInput.FaultDetected DeviceFailed = new("a device did not take its command");

    private readonly HostLoop<EvccInput, EvccTimer> _loop;
    private readonly IEvccDevices _devices;
    private readonly IContractSigner _signer;
    private readonly ISignatureVerifier _signatures;
    private readonly ILogger _logger;
    private EvccState _state;

    /// <summary>A host for one session.</summary>
    /// <param name="initial">The state to begin with: <see cref="EvccState.Initial"/>.</param>
    /// <param name="devices">The devices.</param>
    /// <param name="signer">Who signs with the contract's key.</param>
    /// <param name="signatures">Who verifies the signature over tariffs.</param>
    /// <param name="time">The clock; the system's if null.</param>
    /// <param name="logger">The log, if any.</param>
    public EvccHost(
        EvccState initial,
        IEvccDevices devices,
        IContractSigner signer,
        ISignatureVerifier signatures,
        TimeProvider? time = null,
        ILogger<EvccHost>? logger = null)
    {
        _state = initial;
        _devices = devices;
        _signer = signer;
        _signatures = signatures;
        _logger = logger ?? NullLogger<EvccHost>.Instance;
        _loop = new(time ?? TimeProvider.System, _logger, timer => new EvccInput.TimerExpired(timer), new EvccInput.LinkLost());
    }

    /// <summary>The state after the latest step.</summary>
    public EvccState State => Volatile.Read(ref _state);

    /// <summary>Who watches, if anybody.</summary>
    public ISessionObserver<EvccStep>? Observer { get; init; }

    /// <summary>Where new contracts go; without one none can be installed.</summary>
    public IContractStore? Contracts { get; init; }

    /// <summary>Tells the machine something: the user's wish, a word of the pair settlement, a device's report.</summary>
    /// <param name="input">What happened. Any thread may call.</param>
    public void Post(EvccInput input) => _loop.Post(input);

    /// <summary>Runs the session to its end. The connection is closed and power refused whatever happens.</summary>
    /// <param name="channel">The connection.</param>
    /// <param name="isTls">Whether it is protected by TLS.</param>
    /// <param name="cancellationToken">Ends the session without good order.</param>
    /// <returns>How it ended.</returns>
    public Task<EvccResult> RunAsync(IV2gtpChannel channel, bool isTls, CancellationToken cancellationToken)
    {
        _devices.Attach(Post);
        Post(new EvccInput.LinkUp(isTls));
        return _loop.RunAsync(channel, Decode, (input, ending) => StepAsync(input, channel, ending), MakeSafeAsync, cancellationToken);
    }

    private async ValueTask MakeSafeAsync()
    {
        await _devices.SetContactorAsync(false, CancellationToken.None).ConfigureAwait(false);
        await _devices.SetControlPilotAsync(false, CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<EvccResult?> StepAsync(EvccInput input, IV2gtpChannel channel, CancellationToken cancellationToken)
    {
        var before = _state.Phase;
        var step = EvccMachine.Step(_state, input);
        Volatile.Write(ref _state, step.State);
        if (step.State.Phase != before)
        {
            LogEvents.EvccPhaseEntered(_logger, step.State.Phase);
        }

        Observer?.Stepped(step);
        foreach (var output in step.Outputs)
        {
            if (output is EvccOutput.Terminated end)
            {
                LogEvents.EvccEnded(_logger, end.Reason);
                return new(end.Reason, end.Paused, step.State);
            }

            await PerformAsync(output, channel, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    // The grammar follows from what was negotiated, never from the octets.
    private EvccInput Decode(ReadOnlyMemory<byte> payload)
    {
        if (_state.Phase is EvccPhase.AppProtocol)
        {
            return SupportedAppProtocolRes.TryDecode(payload.Span, out var response, out var fault)
                ? new EvccInput.AppProtocolReceived(response)
                : Undecodable(fault);
        }

        return V2G_Message.TryDecode(payload.Span, out var message, out var error)
            ? new EvccInput.Received(message, ExiBytes.Copy(payload.Span))
            : Undecodable(error);
    }

    private EvccInput.Undecodable Undecodable(ExiError error)
    {
        LogEvents.PayloadUndecodable(_logger, error.Code);
        return new(error.Code);
    }

    private async ValueTask PerformAsync(EvccOutput output, IV2gtpChannel channel, CancellationToken cancellationToken)
    {
        switch (output)
        {
            case EvccOutput.SendAppProtocol send:
                await _loop.SendAsync(channel, send.Request.ToExi(), cancellationToken).ConfigureAwait(false);
                break;
            case EvccOutput.Send send:
                var payload = send.Message.ToExi();
                if (send.Evidence is { } kind)
                {
                    Observer?.EvidenceObserved(kind, ExiBytes.Copy(payload));
                }

                await _loop.SendAsync(channel, payload, cancellationToken).ConfigureAwait(false);
                break;
            case EvccOutput.Arm arm:
                _loop.Arm(arm.Timer, arm.Duration);
                break;
            case EvccOutput.Cancel cancel:
                _loop.Cancel(cancel.Timer);
                break;
            case EvccOutput.EvidenceObserved evidence:
                Observer?.EvidenceObserved(evidence.Kind, evidence.Exi);
                break;
            case EvccOutput.Report report:
                LogEvents.EvccReported(_logger, report.Event);
                break;
            case EvccOutput.CloseLink:
                await channel.DisposeAsync().ConfigureAwait(false);
                break;
            case EvccOutput.SetControlPilot pilot:
                await CommandAsync(output, () => _devices.SetControlPilotAsync(pilot.Ready, cancellationToken)).ConfigureAwait(false);
                break;
            case EvccOutput.LimitAcCurrent limit:
                await CommandAsync(output, () => _devices.LimitAcCurrentAsync(limit.CurrentA, cancellationToken)).ConfigureAwait(false);
                break;
            case EvccOutput.CloseContactor:
                await CommandAsync(output, () => _devices.SetContactorAsync(true, cancellationToken)).ConfigureAwait(false);
                break;
            case EvccOutput.OpenContactor:
                await CommandAsync(output, () => _devices.SetContactorAsync(false, cancellationToken)).ConfigureAwait(false);
                break;
            default:
                Ask(output, cancellationToken);
                break;
        }
    }

    private ValueTask CommandAsync(EvccOutput output, Func<ValueTask> command) =>
        _loop.CommandAsync(output.GetType().Name, command, DeviceFailed);

    // The machine limits every question with a timer of its own.
    private void Ask(EvccOutput output, CancellationToken cancellationToken)
    {
        (Func<ValueTask<EvccInput?>> Question, EvccInput Failure) asked = output switch
        {
            EvccOutput.Sign sign => (
                async () => new EvccInput.Signed(
                    sign.Purpose, await _signer.SignAsync(sign.Purpose, sign.Element, cancellationToken).ConfigureAwait(false)),
                new EvccInput.Signed(sign.Purpose, null)),
            EvccOutput.VerifySignature verify => (
                async () => new EvccInput.SignatureVerified(
                    verify.Check.Purpose, await _signatures.VerifyAsync(verify.Check, cancellationToken).ConfigureAwait(false)),
                new EvccInput.SignatureVerified(verify.Check.Purpose, false)),
            EvccOutput.InstallContract install => (
                async () => new EvccInput.ContractInstalled(
                    Contracts is null ? null : await Contracts.InstallAsync(install.Response, install.Raw, cancellationToken).ConfigureAwait(false)),
                new EvccInput.ContractInstalled(null)),
            _ => throw new ArgumentOutOfRangeException(nameof(output), output, "The hierarchy of outputs is closed."),
        };
        _ = _loop.AskAsync(output.GetType().Name, asked.Question, asked.Failure);
    }
}
