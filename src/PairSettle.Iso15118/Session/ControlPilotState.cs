namespace PairSettle.Iso15118.Session;

/// <summary>The states of the control pilot (IEC 61851-1, annex A).</summary>
public enum ControlPilotState
{
    /// <summary>No vehicle.</summary>
    A,

    /// <summary>A vehicle is connected and does not ask for energy.</summary>
    B,

    /// <summary>The vehicle is ready for energy.</summary>
    C,

    /// <summary>The vehicle is ready for energy and needs ventilation.</summary>
    D,

    /// <summary>Short circuit, diode fault, or a charger without power.</summary>
    E,

    /// <summary>The charger is not available.</summary>
    F,
}
