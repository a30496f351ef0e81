using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Pairing;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>The loop that both hosts share: wait for an input, step the machine, do what it says in the order in which it says it.</summary>
internal sealed class SettlementDriver(
    PartyRole role,
    SettlementServices services,
    Credential credential,
    Func<SettlementInput, ImmutableArray<SettlementOutput>> step,
    Func<bool> hasOpenSession)
{
    private readonly Channel<Func<SettlementTime, SettlementInput?>> _inbox =
        Channel.CreateUnbounded<Func<SettlementTime, SettlementInput?>>(new() { SingleReader = true });

    private readonly Dictionary<SettlementTimer, (ITimer Timer, long Arming)> _timers = [];
    private readonly long _origin = services.Time.GetTimestamp();
    private IPairLink? _link;
    private long _armings;
    private int _running;
    private bool _started;
    private bool _broken;
    private bool _permitted;
    private SettlementResult? _result;

    private ILogger Logger => services.Logger;

    public void Post(Func<SettlementTime, SettlementInput?> input) => _inbox.Writer.TryWrite(input);

    /// <summary>Hands over a link; an earlier one is not used any more. A link that is in use already goes on to be read.</summary>
    public void Attach(IPairLink link, ChannelBinding channel)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(channel);
        Post(at =>
        {
            if (!ReferenceEquals(_link, link))
            {
                _link = link;
                _ = PumpAsync(link);
            }

            return new SettlementInput.Linked(at, channel);
        });
    }

    /// <summary>Feeds one input between sessions.</summary>
    public Task<SettlementResult?> StepOnceAsync(Func<SettlementTime, SettlementInput> input, CancellationToken cancellationToken) =>
        GuardAsync(() => StepAsync(input(Now()), cancellationToken), cancellationToken);

    /// <summary>Runs until the session has a result, or until there is nothing open and no link over which a session could come.</summary>
    public Task<SettlementResult?> RunAsync(bool untilLinkEnds, CancellationToken cancellationToken) =>
        GuardAsync(() => LoopAsync(untilLinkEnds, cancellationToken), cancellationToken);

    private async Task LoopAsync(bool untilLinkEnds, CancellationToken cancellationToken)
    {
        while (_result is null && (untilLinkEnds || hasOpenSession()))
        {
            var next = await _inbox.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (next(Now()) is not { } input)
            {
                continue;
            }

            await StepAsync(input, cancellationToken).ConfigureAwait(false);
            if (input is SettlementInput.LinkLost && !hasOpenSession())
            {
                _result ??= new(SettlementOutcome.Abandoned, null, SettlementFault.PeerLost);
            }
        }
    }

    private async Task<SettlementResult?> GuardAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The host serves one session at a time.");
        }

        try
        {
            ObjectDisposedException.ThrowIf(_broken, this);
            _result = null;
            if (!_started)
            {
                _started = true;
                await StepAsync(new SettlementInput.Started(Now()), cancellationToken).ConfigureAwait(false);
            }

            await work().ConfigureAwait(false);
            return _result;
        }
        catch
        {
            // Whatever broke, nothing is delivered that nobody could settle. What is open is settled from the journal, by another host.
            _broken = true;
            WithdrawPower(EndReason.Fault);
            throw;
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    private SettlementTime Now() =>
        new(new(services.Time.GetUtcNow(), services.ClockQuality), services.Time.GetElapsedTime(_origin));

    private async Task PumpAsync(IPairLink link)
    {
        try
        {
            while (await link.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } message)
            {
                Post(at => ReferenceEquals(_link, link) ? new SettlementInput.Received(at, message) : null);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The end of the link is the message.
        }

        Post(at => Lose(at, link));
    }

    private SettlementInput.LinkLost? Lose(SettlementTime at, IPairLink link)
    {
        if (!ReferenceEquals(_link, link))
        {
            return null;
        }

        LogEvents.LinkLost(Logger, role);
        _link = null;
        return new(at);
    }

    // Signatures, verifications and random octets are answered before anything else is looked at.
    private async Task StepAsync(SettlementInput first, CancellationToken cancellationToken)
    {
        var answers = new Queue<SettlementInput>([first]);
        while (answers.TryDequeue(out var input))
        {
            foreach (var output in step(input))
            {
                await PerformAsync(output, answers, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task PerformAsync(SettlementOutput output, Queue<SettlementInput> answers, CancellationToken cancellationToken)
    {
        switch (output)
        {
            case SettlementOutput.Persist persist:
                await services.Journal.AppendAsync(persist.Entry, CancellationToken.None).ConfigureAwait(false);
                break;
            case SettlementOutput.Send send:
                await SendAsync(send, cancellationToken).ConfigureAwait(false);
                break;
            case SettlementOutput.Sign sign:
                answers.Enqueue(Sign(sign));
                break;
            case SettlementOutput.Verify verify:
                answers.Enqueue(Verify(verify));
                break;
            case SettlementOutput.Draw draw:
                answers.Enqueue(new SettlementInput.Drawn(Now(), ExiBytes.Copy(RandomNumberGenerator.GetBytes(draw.Count))));
                break;
            case SettlementOutput.ArmTimer arm:
                Arm(arm.Timer, arm.Due);
                break;
            case SettlementOutput.CancelTimer cancel:
                Cancel(cancel.Timer);
                break;
            case SettlementOutput.PermitPower permit:
                LogEvents.PowerPermitted(Logger, role, permit.Agreement);
                _permitted = true;
                services.Observer.PowerPermitted(permit.Agreement, permit.Caps);
                break;
            case SettlementOutput.WithdrawPower withdraw:
                WithdrawPower(withdraw.Reason);
                break;
            case SettlementOutput.Report report:
                services.Observer.Progressed(report.Progress);
                break;
            case SettlementOutput.Accuse accuse:
                LogEvents.Contradicted(Logger, role, accuse.Contradiction.Kind);
                services.Observer.PeerContradicted(accuse.Contradiction);
                break;
            case SettlementOutput.Publish publish:
                LogEvents.Published(Logger, role, publish.Settled.Record.Id, publish.Settled.Outcome);
                _result = new(publish.Settled.Outcome, publish.Settled, SettlementFault.None);
                services.Observer.Published(publish.Settled);
                break;
            case SettlementOutput.Abandon abandon:
                LogEvents.Abandoned(Logger, role, (int)abandon.Fault, abandon.Fault);
                _result = new(SettlementOutcome.Abandoned, null, abandon.Fault);
                services.Observer.Abandoned(abandon.Fault);
                break;
        }
    }

    private async Task SendAsync(SettlementOutput.Send send, CancellationToken cancellationToken)
    {
        if (_link is not { } link)
        {
            return;
        }

        try
        {
            await link.SendAsync(send.Message.Memory, cancellationToken).ConfigureAwait(false);
            LogEvents.MessageSent(Logger, role, send.Kind, send.Message.Length);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Post(at => Lose(at, link));
        }
    }

    private SettlementInput Sign(SettlementOutput.Sign request)
    {
        try
        {
            return new SettlementInput.Signed(Now(), request.Part, StatementSigner.Sign(request, credential));
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or IOException)
        {
            LogEvents.SigningFailed(Logger, role, request.Part, exception);
            return new SettlementInput.SigningFailed(Now(), request.Part);
        }
    }

    private SettlementInput Verify(SettlementOutput.Verify request)
    {
        var answer = PairVerifier.Verify(request, services.Anchors, Now());
        if (answer is SettlementInput.Refused refused)
        {
            LogEvents.Refused(Logger, role, refused.Message.Kind, (int)refused.Fault, refused.Fault);
        }

        return answer;
    }

    private void Arm(SettlementTimer timer, TimeSpan due)
    {
        Cancel(timer);
        var arming = ++_armings;
        _timers[timer] = (services.Time.CreateTimer(
            _ => Post(at => _timers.GetValueOrDefault(timer).Arming == arming ? new SettlementInput.Elapsed(at, timer) : null),
            null,
            due,
            Timeout.InfiniteTimeSpan), arming);
    }

    private void Cancel(SettlementTimer timer)
    {
        if (_timers.Remove(timer, out var armed))
        {
            armed.Timer.Dispose();
        }
    }

    private void WithdrawPower(EndReason reason)
    {
        if (_permitted)
        {
            _permitted = false;
            LogEvents.PowerWithdrawn(Logger, role, reason);
            services.Observer.PowerWithdrawn(reason);
        }
    }
}
