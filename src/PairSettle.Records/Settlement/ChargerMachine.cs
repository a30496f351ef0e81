using System.Buffers.Binary;
using System.Collections.Immutable;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>One step of the charger's machine: it changes its copy of the state and collects outputs.</summary>
internal sealed partial class ChargerMachine(ChargerState state, SettlementTime now)
{
    private readonly ImmutableArray<SettlementOutput>.Builder _outputs = ImmutableArray.CreateBuilder<SettlementOutput>();
    private ChargerState _state = state;

    private ChargerSettlementOptions Options => _state.Options;

    private ChargerPhase Phase
    {
        get => _state.Phase;
        set => _state = _state with { Phase = value };
    }

    private ChargerSession Session
    {
        get => _state.Session!;
        set => _state = _state with { Session = value };
    }

    // Before both have signed, a session commits to nothing and can be dropped.
    private bool IsOpening => Phase is ChargerPhase.Opening or ChargerPhase.Offering or ChargerPhase.Offered;

    private bool IsRunning => Phase is ChargerPhase.Agreed or ChargerPhase.Delivering;

    public ChargerStep Run(SettlementInput input)
    {
        switch (input)
        {
            case SettlementInput.Started:
                Start();
                break;
            case SettlementInput.Linked linked:
                Link(linked.Channel);
                break;
            case SettlementInput.LinkLost:
                Unlink();
                break;
            case SettlementInput.Received received:
                Receive(received.Message);
                break;
            case SettlementInput.Drawn drawn:
                Draw(drawn.Octets);
                break;
            case SettlementInput.Signed signed:
                TakeSigned(signed.Part, signed.Encoded);
                break;
            case SettlementInput.SigningFailed failed:
                TakeUnsigned(failed.Part);
                break;
            case SettlementInput.Verified verified:
                TakeVerified(verified.Part);
                break;
            case SettlementInput.Refused refused:
                TakeRefused(refused.Message, refused.Fault);
                break;
            case SettlementInput.MeterRead read:
                ReadMeter(read.Reading);
                break;
            case SettlementInput.Elapsed elapsed:
                TimeOut(elapsed.Timer);
                break;
            case SettlementInput.StopRequested stop:
                Stop(stop.Reason);
                break;
            case SettlementInput.Receipted receipted:
                Take(receipted.Record);
                break;
            case SettlementInput.Synchronised:
                Emit(new SettlementOutput.Persist(new(JournalEntryKind.Online, default)));
                _state = _state with { History = _state.History.Online() };
                break;
        }

        return new(_state, _outputs.ToImmutable());
    }

    private void Emit(SettlementOutput output) => _outputs.Add(output);

    private void Arm(SettlementTimer timer, TimeSpan due) => Emit(new SettlementOutput.ArmTimer(timer, due));

    private void Cancel(SettlementTimer timer) => Emit(new SettlementOutput.CancelTimer(timer));

    private void Send(PairMessage message)
    {
        if (_state.Link is not null)
        {
            Emit(new SettlementOutput.Send(message.Kind, ExiBytes.Copy(message.ToDer())));
        }
    }

    private void Persist(JournalEntryKind kind, PairMessage message) => Emit(new SettlementOutput.Persist(new(kind, message.ToDer())));

    private void Sign(SettlementPart part, byte[] content)
    {
        Session = Session with { Signing = part, SigningContent = Digest.Of(content) };
        Emit(new SettlementOutput.Sign(part, ExiBytes.Copy(content)));
    }

    // One message is verified at a time. A peer that sends faster sends again what was not answered.
    private void Verify(PairMessage message, VerificationBasis basis)
    {
        if (Session.Verifying is null)
        {
            Session = Session with { Verifying = message };
            Emit(new SettlementOutput.Verify(message, basis));
        }
    }

    private void VerifyStatement(PairMessage message) => Verify(message, new VerificationBasis.Statement(Session.Vehicle!, default));

    private void Start()
    {
        _state = _state with { History = _state.History.Started() };
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, _state.History.BootCounter);
        Emit(new SettlementOutput.Persist(new(JournalEntryKind.Start, counter)));
        switch (Phase)
        {
            case ChargerPhase.Closing:
                Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
                break;
            case ChargerPhase.Exchanging when Session.PeerHalf is not null:
                Publish();
                break;
            case ChargerPhase.Exchanging:
                Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
                break;
        }
    }

    private void Link(ChannelBinding channel)
    {
        // An offer is bound to the connection on which it was made.
        if (IsOpening && _state.Link != channel)
        {
            Drop();
        }

        _state = _state with { Link = channel, Session = _state.Session is { } session ? session with { IsAskedAgain = false } : null };
        Resend();
    }

    private void Unlink()
    {
        _state = _state with { Link = null };
        Cancel(SettlementTimer.Resend);
        if (IsOpening)
        {
            Abandon(SettlementFault.PeerLost);
        }
        else if (IsRunning)
        {
            End(EndReason.PeerLost);
        }
    }

    private void Stop(EndReason reason)
    {
        if (IsOpening)
        {
            Refuse(SettlementFault.Stopped);
        }
        else if (IsRunning)
        {
            End(reason);
        }
    }

    private void TimeOut(SettlementTimer timer)
    {
        switch (timer)
        {
            case SettlementTimer.Resend:
                Resend();
                break;
            case SettlementTimer.Opening when IsOpening:
                Refuse(SettlementFault.PeerLost);
                break;
            case SettlementTimer.Slice when Phase == ChargerPhase.Delivering:
                End(EndReason.SliceUnacknowledged);
                break;
            case SettlementTimer.FinalReading when Phase == ChargerPhase.Closing && Session.FinalReading is null:
                FinishWithLast();
                break;
            case SettlementTimer.PeerLost when Phase == ChargerPhase.Closing:
                GiveUp();
                break;
            case SettlementTimer.PeerLost when Phase == ChargerPhase.Exchanging:
                Publish();
                break;
        }
    }

    // What waits for an answer goes out again, octet for octet.
    private void Resend()
    {
        PairMessage? outstanding = Phase switch
        {
            ChargerPhase.Delivering or ChargerPhase.Closing or ChargerPhase.Recording when Session.HasUnacknowledgedCheckpoint =>
                Session.LastCheckpoint,
            ChargerPhase.Exchanging or ChargerPhase.Unilateral => Session.OwnHalf,
            _ => null,
        };
        if (outstanding is not null && _state.Link is not null)
        {
            Send(outstanding);
            Arm(SettlementTimer.Resend, Options.Timers.Resend);
        }
    }

    private void Refuse(SettlementFault fault)
    {
        Send(new PairMessage.Abort(Session.Id, (int)fault));
        Abandon(fault);
    }

    private void Abandon(SettlementFault fault)
    {
        Drop();
        Phase = ChargerPhase.Abandoned;
        Emit(new SettlementOutput.Abandon(fault));
    }

    private void Drop()
    {
        _state = _state with { Session = null, Phase = ChargerPhase.Idle };
        Cancel(SettlementTimer.Opening);
    }
}
