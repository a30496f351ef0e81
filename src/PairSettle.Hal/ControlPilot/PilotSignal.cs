namespace PairSettle.Hal.ControlPilot;

/// <summary>What the charger puts on the control pilot.</summary>
public enum PilotSignal
{
    /// <summary>A steady +12 V source (states A1, B1, C1; "X1").</summary>
    Steady,

    /// <summary>The 1 kHz oscillator (states A2, B2, C2; "X2").</summary>
    Oscillator,

    /// <summary>0 V: state E, where the hardware can.</summary>
    StateE,

    /// <summary>A steady -12 V: state F.</summary>
    StateF,
}
