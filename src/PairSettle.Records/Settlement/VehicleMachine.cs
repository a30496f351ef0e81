using System.Buffers.Binary;
using System.Collections.Immutable;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>One step of the vehicle's machine: it changes its copy of the state and collects outputs.</summary>
internal sealed partial class VehicleMachine(VehicleState state, SettlementTime now)
{
    private readonly ImmutableArray<SettlementOutput>.Builder _outputs = ImmutableArray.CreateBuilder<SettlementOutput>();
    private VehicleState _state = state;

    private VehicleSettlementOptions Options => _state.Options;

    private VehiclePhase Phase
    {
        get => _state.Phase;
        set => _state = _state with { Phase = value };
    }

    private VehicleSession Session
    {
        get => _state.Session!;
        set => _state = _state with { Session = value };
    }

    // Before the acceptance has left the device, a session commits to nothing and can be dropped.
    private bool IsOpening => Phase is VehiclePhase.Greeting or VehiclePhase.Greeted or VehiclePhase.Considering or VehiclePhase.Accepting;

    private bool IsRunning => Phase is VehiclePhase.Accepted or VehiclePhase.Drawing;

    public VehicleStep Run(SettlementInput input)
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
                Greet(drawn.Octets);
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
            case SettlementInput.Measured measured:
                Measure(measured.Reading);
                break;
            case SettlementInput.Elapsed elapsed:
                TimeOut(elapsed.Timer);
                break;
            case SettlementInput.StopRequested stop:
                Stop(stop.Reason);
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

    private void VerifyStatement(PairMessage message) =>
        Verify(message, new VerificationBasis.Statement(Session.Charger!, Session.MeterKey));

    private void Start()
    {
        _state = _state with { History = _state.History.Started() };
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, _state.History.BootCounter);
        Emit(new SettlementOutput.Persist(new(JournalEntryKind.Start, counter)));
        switch (Phase)
        {
            case VehiclePhase.Closing:
                Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
                break;
            case VehiclePhase.Comparing:
                Arm(SettlementTimer.FinalReading, Options.Timers.FinalReading);
                break;
            case VehiclePhase.Recording when Session.OwnHalf is not null:
                Publish();
                break;
        }
    }

    private void Link(ChannelBinding channel)
    {
        _state = _state with { Link = channel, MayBegin = Phase == VehiclePhase.Unilateral };
        if (IsOpening || Phase is VehiclePhase.Idle or VehiclePhase.Abandoned or VehiclePhase.Settled)
        {
            Begin();
        }
        else
        {
            Resend();
        }
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
            case SettlementTimer.PeerLost when IsRunning:
                End(EndReason.PeerLost);
                Session = Session with { EndedAt = LastContact() };
                break;
            case SettlementTimer.PeerLost when Phase == VehiclePhase.Closing:
                GiveUp();
                break;
            case SettlementTimer.FinalReading when Phase == VehiclePhase.Comparing:
                Record();
                break;
            case SettlementTimer.FinalReading when _state.Session is not null:
                Answer();
                break;
        }
    }

    // What waits for an answer goes out again, octet for octet. The request to stop is also a question about where the charger stands.
    private void Resend()
    {
        PairMessage? outstanding = Phase switch
        {
            VehiclePhase.Greeted => Session.Hello,
            VehiclePhase.Accepted => Session.Acceptance,
            VehiclePhase.Closing => new PairMessage.Stop(Session.Id, Session.Ending ?? EndReason.VehicleStopped),
            VehiclePhase.Unilateral => Session.OwnHalf,
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
        if (Session.Hello is not null)
        {
            Send(new PairMessage.Abort(Session.Id, (int)fault));
        }

        Abandon(fault);
    }

    private void Abandon(SettlementFault fault)
    {
        _state = _state with { Session = null, Phase = VehiclePhase.Abandoned };
        Cancel(SettlementTimer.Opening);
        Cancel(SettlementTimer.Resend);
        Emit(new SettlementOutput.Abandon(fault));
    }
}
