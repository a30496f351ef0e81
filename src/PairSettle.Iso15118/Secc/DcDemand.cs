using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>What a vehicle asks of the power supply, cut to what the charger gives.</summary>
internal sealed record DcDemand(decimal VoltageV, decimal CurrentA, bool VoltageLimited, bool CurrentLimited, bool PowerLimited)
{
    /// <summary>Limits a demand, or null where it is none: a wrong unit or a negative value.</summary>
    public static DcDemand? Limit(DcSupply supply, decimal maxPowerW, PhysicalValueType targetVoltage, PhysicalValueType targetCurrent)
    {
        if (targetVoltage.In(UnitSymbolType.V) is not { } volts || targetCurrent.In(UnitSymbolType.A) is not { } amperes
            || volts < 0 || amperes < 0)
        {
            return null;
        }

        var voltage = Math.Min(volts, supply.MaxVoltageV);
        var current = Math.Min(amperes, supply.MaxCurrentA);
        var power = Math.Min(supply.MaxPowerW, maxPowerW);
        var byPower = voltage > 0 && voltage * current > power;
        return new(voltage, byPower ? power / voltage : current, volts > voltage, amperes > current, byPower);
    }
}
