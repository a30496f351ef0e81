using System.Collections.Immutable;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Evcc;

/// <summary>One step in the making: the state so far, the outputs so far, and what steps have in common.</summary>
internal sealed class EvccTurn(EvccState state)
{
    private readonly ImmutableArray<EvccOutput>.Builder _outputs = ImmutableArray.CreateBuilder<EvccOutput>();

    public EvccState State { get; set; } = state;

    public Timings Timings => State.Options.Timings;

    public EvccStep End() => new(State, _outputs.ToImmutable());

    public void Emit(EvccOutput output) => _outputs.Add(output);

    public void Report(EvccEvent what) => Emit(new EvccOutput.Report(what));

    public void Arm(EvccTimer timer, TimeSpan duration)
    {
        State = State with { Timers = State.Timers.With(timer) };
        Emit(new EvccOutput.Arm(timer, duration));
    }

    public void ArmOnce(EvccTimer timer, TimeSpan duration)
    {
        if (!State.Timers.Contains(timer))
        {
            Arm(timer, duration);
        }
    }

    public void Cancel(EvccTimer timer)
    {
        if (State.Timers.Contains(timer))
        {
            State = State with { Timers = State.Timers.Without(timer) };
            Emit(new EvccOutput.Cancel(timer));
        }
    }

    /// <summary>Sends a request and waits for its response.</summary>
    public void Request(
        EvccPhase phase, MessageKind kind, BodyBaseType body, SignatureType? signature = null, EvidenceKind? evidence = null)
    {
        BeginAwaiting(phase);
        var id = State.SessionID.Length > 0 ? State.SessionID : State.Paused?.SessionID ?? SessionId.None;
        Emit(new EvccOutput.Send(V2G_Message.Create(id, body, signature), evidence));
        Arm(EvccTimer.Message, Timings.MessageTimeout(kind));
    }

    /// <summary>Sends the protocol handshake and waits for its answer.</summary>
    public void Request(AppProtocol.SupportedAppProtocolReq request)
    {
        BeginAwaiting(EvccPhase.AppProtocol);
        Emit(new EvccOutput.SendAppProtocol(request));
        Arm(EvccTimer.Message, Timings.MessageTimeout(MessageKind.SupportedAppProtocol));
    }

    /// <summary>The response is here: from now on it is the vehicle that must not be slow.</summary>
    public void Responded()
    {
        Cancel(EvccTimer.Message);
        State = State with { Activity = EvccActivity.None };
        Arm(EvccTimer.Sequence, Timings.EvccSequence);
    }

    /// <summary>Does something else before the next request.</summary>
    public void Do(EvccActivity activity) => State = State with { Activity = activity };

    /// <summary>Does something else before the next request, in the phase of that request.</summary>
    public void Do(EvccPhase phase, EvccActivity activity) => State = State with { Phase = phase, Activity = activity };

    /// <summary>Waits a moment before the next request of a loop.</summary>
    public void Pace(TimeSpan interval)
    {
        Do(EvccActivity.Pacing);
        Arm(EvccTimer.Pace, interval);
    }

    public void ShowReady()
    {
        if (!State.ControlPilotReady)
        {
            State = State with { ControlPilotReady = true };
            Emit(new EvccOutput.SetControlPilot(true));
        }
    }

    public void ShowNotReady()
    {
        if (State.ControlPilotReady)
        {
            State = State with { ControlPilotReady = false };
            Emit(new EvccOutput.SetControlPilot(false));
        }
    }

    public void OpenContactor()
    {
        if (State.ContactorCommanded || (State.ContactorClosed && !State.Timers.Contains(EvccTimer.Contactor)))
        {
            State = State with { ContactorCommanded = false };
            Emit(new EvccOutput.OpenContactor());

            // Armed even where the contactor has not said yet that it is closed: it may be on its way.
            Arm(EvccTimer.Contactor, Timings.Contactor);
        }
    }

    /// <summary>Asks for no more power, whatever the charger does.</summary>
    public void PowerOff()
    {
        if (State.IsDelivering)
        {
            State = State with { IsDelivering = false };
            Report(EvccEvent.PowerOff);
        }

        OpenContactor();
        ShowNotReady();
    }

    /// <summary>Ends the session here and now: power off, connection closed.</summary>
    public void Abort(TerminationReason reason)
    {
        PowerOff();
        foreach (var timer in Enum.GetValues<EvccTimer>())
        {
            if (timer is not EvccTimer.Contactor)
            {
                Cancel(timer);
            }
        }

        State = State with { Phase = EvccPhase.Closing, Activity = EvccActivity.None, Ending = reason, Draft = null, DraftSignature = null };
        if (!State.LinkClosed)
        {
            State = State with { LinkClosed = true };
            Emit(new EvccOutput.CloseLink());
        }

        FinishClosing();
    }

    /// <summary>Ends the session once the contactor is known to be open.</summary>
    public void FinishClosing()
    {
        if (State.Phase is EvccPhase.Closing && !State.ContactorClosed && !State.Timers.Contains(EvccTimer.Contactor))
        {
            Terminate();
        }
    }

    /// <summary>Ends the session.</summary>
    public void Terminate()
    {
        Cancel(EvccTimer.Contactor);
        State = State with { Phase = EvccPhase.Terminated };
        Emit(new EvccOutput.Terminated(State.Ending!.Value, State.NewlyPaused));
    }

    private void BeginAwaiting(EvccPhase phase)
    {
        Cancel(EvccTimer.Sequence);
        Cancel(EvccTimer.Pace);
        State = State with { Phase = phase, Activity = EvccActivity.AwaitingResponse };
    }
}
