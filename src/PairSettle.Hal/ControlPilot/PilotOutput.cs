namespace PairSettle.Hal.ControlPilot;

/// <summary>
/// The level that a charger wants on the control pilot: a state to hold, not an edge to send. The formulas between duty cycle and current are
/// the published ones of IEC 61851-1, table A.7 and SAE J1772.
/// </summary>
public readonly record struct PilotOutput
{
    private PilotOutput(PilotSignal signal, int dutyPermille)
    {
        Signal = signal;
        DutyPermille = dutyPermille;
    }

    /// <summary>A steady +12 V source: no energy is offered.</summary>
    public static PilotOutput Steady => new(PilotSignal.Steady, 1000);

    /// <summary>The oscillator at 5 %: digital communication is required and no current is stated.</summary>
    public static PilotOutput Digital => new(PilotSignal.Oscillator, 50);

    /// <summary>State E, where the hardware can.</summary>
    public static PilotOutput StateE => new(PilotSignal.StateE, 0);

    /// <summary>State F: not available.</summary>
    public static PilotOutput StateF => new(PilotSignal.StateF, 0);

    /// <summary>What is put on the pilot.</summary>
    public PilotSignal Signal { get; }

    /// <summary>The duty cycle in thousandths; meaningful for <see cref="PilotSignal.Oscillator"/>.</summary>
    public int DutyPermille { get; }

    /// <summary>Whether the duty cycle requires digital communication (3 % to 7 %).</summary>
    public bool IsDigital => Signal == PilotSignal.Oscillator && DutyPermille is >= 30 and <= 70;

    /// <summary>
    /// The current limit that the output states, in milliamperes: zero where no charging is permitted, and null where the pilot
    /// states no limit because digital communication does.
    /// </summary>
    public int? CurrentLimitMa => Signal != PilotSignal.Oscillator ? 0 : DutyPermille switch
    {
        < 30 => 0,
        <= 70 => null,
        < 80 => 0,
        < 100 => 6_000,
        <= 850 => DutyPermille * 60,
        <= 960 => (DutyPermille - 640) * 250,
        <= 970 => 80_000,
        _ => 0,
    };

    /// <summary>The oscillator at a duty cycle.</summary>
    /// <param name="dutyPermille">The duty cycle in thousandths, 1 to 999.</param>
    /// <returns>The output.</returns>
    public static PilotOutput Oscillator(int dutyPermille)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dutyPermille, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dutyPermille, 999);
        return new(PilotSignal.Oscillator, dutyPermille);
    }

    /// <summary>The oscillator at the duty cycle that states a current; rounded down, so that it never states more than was asked for.</summary>
    /// <param name="currentMa">The current in milliamperes, 6,000 to 80,000.</param>
    /// <returns>The output.</returns>
    public static PilotOutput ForCurrent(int currentMa)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(currentMa, 6_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(currentMa, 80_000);
        return new(PilotSignal.Oscillator, currentMa < 52_500 ? Math.Min(currentMa / 60, 850) : (currentMa / 250) + 640);
    }
}
