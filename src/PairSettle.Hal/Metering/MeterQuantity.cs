namespace PairSettle.Hal.Metering;

/// <summary>What a register of a meter tells, in the smallest unit that a sample uses.</summary>
public enum MeterQuantity
{
    /// <summary>The cumulative import counter in watt-hours.</summary>
    ImportWh,

    /// <summary>The cumulative export counter in watt-hours.</summary>
    ExportWh,

    /// <summary>The active power of all phases in watts, positive for import.</summary>
    PowerW,

    /// <summary>The voltage of phase 1 to neutral in millivolts.</summary>
    VoltageL1Mv,

    /// <summary>The voltage of phase 2 to neutral in millivolts.</summary>
    VoltageL2Mv,

    /// <summary>The voltage of phase 3 to neutral in millivolts.</summary>
    VoltageL3Mv,

    /// <summary>The current of phase 1 in milliamperes.</summary>
    CurrentL1Ma,

    /// <summary>The current of phase 2 in milliamperes.</summary>
    CurrentL2Ma,

    /// <summary>The current of phase 3 in milliamperes.</summary>
    CurrentL3Ma,
}
