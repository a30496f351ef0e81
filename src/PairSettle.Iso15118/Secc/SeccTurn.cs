using System.Collections.Immutable;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Secc;

/// <summary>One step in the making: the state so far, the outputs so far, and what steps have in common.</summary>
internal sealed class SeccTurn(SeccState state)
{
    private readonly ImmutableArray<SeccOutput>.Builder _outputs = ImmutableArray.CreateBuilder<SeccOutput>();
    private bool _opened;

    public SeccState State { get; set; } = state;

    public Timings Timings => State.Options.Timings;

    public SeccStep End() => new(State, _outputs.ToImmutable());

    public void Emit(SeccOutput output) => _outputs.Add(output);

    public void Report(SeccEvent what) => Emit(new SeccOutput.Report(what));

    public void Arm(SeccTimer timer, TimeSpan duration)
    {
        State = State with { Timers = State.Timers.With(timer) };
        Emit(new SeccOutput.Arm(timer, duration));
    }

    public void ArmOnce(SeccTimer timer, TimeSpan duration)
    {
        if (!State.Timers.Contains(timer))
        {
            Arm(timer, duration);
        }
    }

    public void Cancel(SeccTimer timer)
    {
        if (State.Timers.Contains(timer))
        {
            State = State with { Timers = State.Timers.Without(timer) };
            Emit(new SeccOutput.Cancel(timer));
        }
    }

    /// <summary>Keeps a request open until something outside has happened, at most for its performance time.</summary>
    public void Await(SeccPending pending)
    {
        State = State with { Pending = pending };
        Arm(SeccTimer.Performance, Timings.Performance(pending.Kind));
    }

    /// <summary>Answers the request and waits for the next.</summary>
    public void Respond(BodyBaseType response, SeccPhase next, SignatureType? signature = null, EvidenceKind? evidence = null)
    {
        Settle();
        State = State with { Phase = next };
        Emit(new SeccOutput.Send(V2G_Message.Create(State.SessionID, response, signature), evidence));
        Arm(SeccTimer.Sequence, Timings.SeccSequence);
    }

    /// <summary>Answers the last request.</summary>
    public void RespondLast(BodyBaseType response, TerminationReason reason)
    {
        Settle();
        Emit(new SeccOutput.Send(V2G_Message.Create(State.SessionID, response)));
        Close(reason);
    }

    /// <summary>Answers the request with a failure, which ends the session. Power goes off before the answer goes out.</summary>
    public void Refuse(MessageKind kind, ResponseCodeType code, TerminationReason reason)
    {
        Settle();
        PowerOff();
        Report(SeccEvent.RequestRefused);
        RespondLast(SeccResponses.Failure(State, kind, code), reason);
    }

    /// <summary>Opens the contactor without waiting, if it could be closed.</summary>
    public void PowerOff()
    {
        var isOpening = !State.ContactorCommanded && State.Timers.Contains(SeccTimer.Contactor);
        if (isOpening || (!State.ContactorCommanded && !State.ContactorClosed))
        {
            return;
        }

        if (State.ContactorCommanded)
        {
            Report(SeccEvent.PowerOff);
        }

        if (State.IsDc)
        {
            Emit(new SeccOutput.SetDcTarget(0, 0));
        }

        State = State with { ContactorCommanded = false };
        Open();

        // Armed even where the contactor has not said yet that it is closed: it may be on its way.
        Arm(SeccTimer.Contactor, Timings.Contactor);
    }

    /// <summary>Leaves the vehicle the time to read the last response and to close the connection itself.</summary>
    public void Close(TerminationReason reason)
    {
        BeginClosing(reason);
        Arm(SeccTimer.Close, Timings.Close);
    }

    /// <summary>Closes the connection at once: there is nothing left to say.</summary>
    public void Abort(TerminationReason reason)
    {
        BeginClosing(reason);
        CloseLink();
    }

    /// <summary>The connection is gone, by our will or not; what is left is the contactor.</summary>
    public void CloseLink()
    {
        Cancel(SeccTimer.Close);
        if (!State.LinkClosed)
        {
            State = State with { LinkClosed = true };
            Emit(new SeccOutput.CloseLink());
        }

        FinishClosing();
    }

    /// <summary>Ends the session once the connection is closed and the contactor is known to be open.</summary>
    public void FinishClosing()
    {
        if (State.Phase is SeccPhase.Closing && State.LinkClosed && !State.ContactorClosed && !State.Timers.Contains(SeccTimer.Contactor))
        {
            Terminate();
        }
    }

    /// <summary>Ends the session.</summary>
    public void Terminate()
    {
        foreach (var timer in Enum.GetValues<SeccTimer>())
        {
            Cancel(timer);
        }

        State = State with { Phase = SeccPhase.Terminated };
        Emit(new SeccOutput.Terminated(State.Ending!.Value, State.NewlyPaused));
    }

    private void BeginClosing(TerminationReason reason)
    {
        Settle();
        PowerOff();
        if (!_opened)
        {
            // Every session ends with the contactor told to open, whatever it was told before.
            Open();
        }

        foreach (var timer in Enum.GetValues<SeccTimer>())
        {
            if (timer is not SeccTimer.Contactor)
            {
                Cancel(timer);
            }
        }

        State = State with { Phase = SeccPhase.Closing, Ending = reason };
    }

    private void Settle()
    {
        if (State.Pending is SeccPending.PowerOn or SeccPending.PowerOff)
        {
            Cancel(SeccTimer.ControlPilot);
            Cancel(SeccTimer.Contactor);
        }

        State = State with { Pending = null };
        Cancel(SeccTimer.Performance);
    }

    private void Open()
    {
        _opened = true;
        Emit(new SeccOutput.OpenContactor());
    }
}
