using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>What the charger's meter says at one instant.</summary>
/// <param name="MeterID">The meter's identifier, at most 32 characters.</param>
/// <param name="EnergyWh">Its register, in watt hours.</param>
/// <param name="At">When it was read.</param>
public sealed record MeterReading(string MeterID, ulong EnergyWh, DateTimeOffset At)
{
    /// <summary>The meter's own signature, at most 64 octets, where it gives one.</summary>
    public ExiBytes? Signature { get; init; }

    /// <summary>The meter's status word, where it gives one.</summary>
    public short? Status { get; init; }

    /// <summary>The reading as messages carry it.</summary>
    /// <returns>MeterInfo with every member that the meter gave.</returns>
    public MeterInfoType ToMeterInfo() => new()
    {
        MeterID = MeterID,
        MeterReading = EnergyWh,
        SigMeterReading = Signature,
        MeterStatus = Status,
        TMeter = At.ToUnixTimeSeconds(),
    };
}
