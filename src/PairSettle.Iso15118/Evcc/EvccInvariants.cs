namespace PairSettle.Iso15118.Evcc;

/// <summary>What holds before and after every step, one property each.</summary>
internal static class EvccInvariants
{
    /// <summary>The first property that a state breaks, or null.</summary>
    public static string? Broken(EvccState state)
    {
        var wantsPower = state.ControlPilotReady || state.ContactorCommanded;
        if (wantsPower && !state.IsAuthorised)
        {
            return "power is asked for without authorisation";
        }

        if (wantsPower && state.PairingSelected && state.Settlement is Session.Decision.Open)
        {
            return "power is asked for before the pair settlement agreed";
        }

        if (wantsPower && state.Phase is (EvccPhase.Closing or EvccPhase.Terminated))
        {
            return "power is asked for after the session";
        }

        if ((state.Phase is EvccPhase.Closing or EvccPhase.Terminated) != (state.Ending is not null))
        {
            return "the session has a reason to end, or has ended without one";
        }

        if ((state.Activity is EvccActivity.AwaitingResponse) != state.Timers.Contains(EvccTimer.Message))
        {
            return "the message timer runs without a request, or a request is out without it";
        }

        if ((state.Phase is > EvccPhase.Idle and < EvccPhase.Closing) == (state.Activity is EvccActivity.None))
        {
            return "the session is under way and nothing happens in it, or the other way round";
        }

        if ((state.Activity is EvccActivity.Pacing) != state.Timers.Contains(EvccTimer.Pace))
        {
            return "the pace timer does not match what the vehicle does";
        }

        if (state.Activity is not (EvccActivity.None or EvccActivity.AwaitingResponse) && !state.Timers.Contains(EvccTimer.Sequence))
        {
            return "a request is due without a limit";
        }

        return state.PairingSelected && !state.IsTls ? "pairing is selected without TLS" : null;
    }

    /// <summary>Throws where a property is broken: the machine is wrong, and its host must make the vehicle safe.</summary>
    public static void Demand(EvccState state)
    {
        if (Broken(state) is { } property)
        {
            throw new InvalidOperationException($"The vehicle's machine broke an invariant: {property}.");
        }
    }
}
