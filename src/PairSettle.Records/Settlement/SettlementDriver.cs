using System.Collections.Immutable;
using System.Security.Cryptography;
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
    // The last message of a session may have to wait for its turn inside of the charging protocol.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(30);

    private readonly SettlementInbox _inbox = new();
    private readonly long _origin = services.Time.GetTimestamp();
    private SettlementLink? _link;
    private HostTimers? _timers;
    private int _running;
    private bool _started;
    private bool _broken;
    private bool _permitted;
    private SettlementResult? _result;

    private ILogger Logger => services.Logger;

    private HostTimers Timers => _timers ??= new(services.Time, _inbox);

    /// <summary>Whether nothing but time or the peer can bring the session on: a clock in the hands of a test may move.</summary>
    public bool IsIdle => !IsLooping || _inbox.IsIdle;

    /// <summary>Whether inputs are being dealt with: a session is served and has no result yet.</summary>
    public bool IsLooping => Volatile.Read(ref _running) != 0 && _result is null && !_broken;

    public void Post(Func<SettlementTime, SettlementInput?> input) => _inbox.Post(input);

    /// <summary>Takes a reading. Between sessions only the newest is kept.</summary>
    public void PostReading(Func<SettlementTime, SettlementInput> reading) => _inbox.PostReading(reading);

    /// <summary>Hands over another link; an earlier one is not used any more.</summary>
    public void Attach(IPairLink link, ChannelBinding channel)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(channel);
        Post(at => Link(at, link, channel));
    }

    /// <summary>Feeds one input between sessions.</summary>
    public Task<SettlementResult?> StepOnceAsync(Func<SettlementTime, SettlementInput> input, CancellationToken cancellationToken) =>
        GuardAsync(() => StepAsync(input(Now())), cancellationToken);

    /// <summary>Runs over a link until a session has a result, or the link ended before there was one.</summary>
    public Task<SettlementResult?> RunAsync(IPairLink link, ChannelBinding channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(channel);
        return GuardAsync(
            async () =>
            {
                // At once, and not behind what waits: there may still be the end of the link before this one.
                await StepAsync(Link(Now(), link, channel)).ConfigureAwait(false);
                await LoopAsync(static () => true, cancellationToken).ConfigureAwait(false);
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Runs until what is open has a result.</summary>
    public Task<SettlementResult?> ResumeAsync(CancellationToken cancellationToken) =>
        GuardAsync(() => LoopAsync(hasOpenSession, cancellationToken), cancellationToken);

    private async Task LoopAsync(Func<bool> goesOn, CancellationToken cancellationToken)
    {
        while (_result is null && goesOn())
        {
            var (next, done) = await _inbox.TakeAsync(cancellationToken).ConfigureAwait(false);
            if (next(Now()) is { } input)
            {
                await StepAsync(input).ConfigureAwait(false);
                if (input is SettlementInput.LinkLost && !hasOpenSession())
                {
                    _result ??= new(SettlementOutcome.Abandoned, null, SettlementFault.PeerLost);
                }
            }

            _inbox.Complete(done);
        }
    }

    // The session has its result; what the peer needs to have one too is on its way. A peer that does not read it has to ask again.
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_link is { } link)
        {
            await link.Sent.WaitAsync(LastWords, services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<SettlementResult?> GuardAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The host serves one session at a time.");
        }

        try
        {
            ObjectDisposedException.ThrowIf(_broken, this);
            _result = null;
            _inbox.Open(true);
            if (!_started)
            {
                _started = true;
                await StepAsync(new SettlementInput.Started(Now())).ConfigureAwait(false);
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
            _inbox.Open(false);
            Volatile.Write(ref _running, 0);
        }
    }

    private SettlementTime Now() =>
        new(new(services.Time.GetUtcNow(), services.ClockQuality), services.Time.GetElapsedTime(_origin));

    // A link that is in use already goes on to be read.
    private SettlementInput.Linked Link(SettlementTime at, IPairLink link, ChannelBinding channel)
    {
        if (_link?.Is(link) != true)
        {
            var attached = new SettlementLink(link, Ended);
            _link = attached;
            _ = attached.ReadAsync(message =>
                _inbox.PostAsync(at => ReferenceEquals(_link, attached) ? new SettlementInput.Received(at, message) : null));
        }

        return new(at, channel);
    }

    // A link may fail as links do; anything else is a fault of its own that ends the session.
    private void Ended(SettlementLink link, Exception? failure) => _inbox.Post(
        at => failure is null or IOException or ObjectDisposedException or OperationCanceledException || !ReferenceEquals(_link, link)
            ? Lose(at, link)
            : throw new IOException("The link failed in a way that links do not.", failure));

    private SettlementInput.LinkLost? Lose(SettlementTime at, SettlementLink link)
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
    private async Task StepAsync(SettlementInput first)
    {
        var answers = new Queue<SettlementInput>([first]);
        while (answers.TryDequeue(out var input))
        {
            foreach (var output in step(input))
            {
                await PerformAsync(output, answers).ConfigureAwait(false);
            }
        }
    }

    private async Task PerformAsync(SettlementOutput output, Queue<SettlementInput> answers)
    {
        switch (output)
        {
            case SettlementOutput.Persist persist:
                await services.Journal.AppendAsync(persist.Entry, CancellationToken.None).ConfigureAwait(false);
                break;
            case SettlementOutput.Send send:
                Send(send);
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
                Timers.Arm(arm.Timer, arm.Due);
                break;
            case SettlementOutput.CancelTimer cancel:
                Timers.Cancel(cancel.Timer);
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

    private void Send(SettlementOutput.Send send)
    {
        if (_link is not { } link)
        {
            return;
        }

        if (link.TrySend(send.Message.Memory))
        {
            LogEvents.MessageSent(Logger, role, send.Kind, send.Message.Length);
        }
        else
        {
            LogEvents.MessageLeftOut(Logger, role, send.Kind);
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
