using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>What holds before and after every step, one property each.</summary>
internal static class SeccInvariants
{
    /// <summary>The first property that a state breaks, or null.</summary>
    public static string? Broken(SeccState state)
    {
        if (state.ContactorCommanded && !state.IsAuthorised)
        {
            return "the contactor is commanded closed without authorisation";
        }

        if (state.ContactorCommanded && state.PairingSelected && state.PowerPermission is not Decision.Granted)
        {
            return "the contactor is commanded closed without the pair settlement's permission";
        }

        if (state.ContactorCommanded && state.Fault)
        {
            return "the contactor is commanded closed in spite of a fault";
        }

        if (state.ContactorCommanded && (state.Phase is SeccPhase.Closing or SeccPhase.Terminated))
        {
            return "the contactor is commanded closed after the session";
        }

        if ((state.Phase is SeccPhase.Closing or SeccPhase.Terminated) != (state.Ending is not null))
        {
            return "the session has a reason to end, or has ended without one";
        }

        if (state.Pending is not null && state.Timers.Contains(SeccTimer.Sequence))
        {
            return "the sequence timer runs while a request is open";
        }

        if (state.Pending is not null && !state.Timers.Contains(SeccTimer.Performance))
        {
            return "a request is open without a limit";
        }

        if (state.PairingSelected && !(state.VehicleCanPair && state.IsTls))
        {
            return "pairing is selected without marker or TLS";
        }

        return state.Phase is > SeccPhase.SessionSetup and < SeccPhase.Closing && state.SessionID.Length != Iso2.SessionId.Length
            ? "a session without an identifier"
            : null;
    }

    /// <summary>Throws where a property is broken: the machine is wrong, and its host must make the outlet safe.</summary>
    public static void Demand(SeccState state)
    {
        if (Broken(state) is { } property)
        {
            throw new InvalidOperationException($"The charger's machine broke an invariant: {property}.");
        }
    }
}
