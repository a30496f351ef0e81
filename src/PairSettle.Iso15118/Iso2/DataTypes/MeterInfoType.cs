using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A reading of the charger's energy meter.</summary>
[ExiType("MeterInfoType", Iso2Schema.MsgDataTypes)]
public sealed partial record MeterInfoType
{
    /// <summary>The meter's identifier.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public required string MeterID { get; init; }

    /// <summary>The energy delivered, in Wh.</summary>
    [ExiElement]
    public ulong? MeterReading { get; init; }

    /// <summary>The meter's own signature over its reading, where it makes one.</summary>
    [ExiElement]
    [ExiLength(0, 64)]
    public ExiBytes? SigMeterReading { get; init; }

    /// <summary>The meter's status; its meaning is the manufacturer's.</summary>
    [ExiElement]
    public short? MeterStatus { get; init; }

    /// <summary>The time of the reading, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public long? TMeter { get; init; }
}
