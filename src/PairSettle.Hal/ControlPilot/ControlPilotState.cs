namespace PairSettle.Hal.ControlPilot;

/// <summary>
/// The states of the control pilot circuit, from the positive level of the pilot (IEC 61851-1, annex A). Whether the oscillator
/// runs (suffix 2) or the level is steady (suffix 1) is told by <see cref="PilotOutput"/>.
/// </summary>
public enum ControlPilotState
{
    /// <summary>+12 V: no vehicle.</summary>
    A,

    /// <summary>+9 V: a vehicle is connected and does not ask for energy.</summary>
    B,

    /// <summary>+6 V: the vehicle asks for energy.</summary>
    C,

    /// <summary>+3 V: the vehicle asks for energy and needs ventilation.</summary>
    D,

    /// <summary>0 V: short circuit, no supply, or signalled by a charger that can.</summary>
    E,

    /// <summary>-12 V steady: the charger is not available.</summary>
    F,
}
