using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A reading of the charger's energy meter.</summary>
[ExiType("MeterInfoType", DinSchema.MsgDataTypes)]
public sealed partial record MeterInfoType
{
    /// <summary>The meter's identifier, at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public required string MeterID { get; init; }

    /// <summary>The energy delivered, in Wh, up to 32.767 MWh; above 32,767 Wh in steps of 10 Wh or more.</summary>
    [ExiElement]
    public PhysicalValueType? MeterReading { get; init; }

    /// <summary>The meter's own signature over its reading, where it makes one; at most 32 octets.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public ExiBytes? SigMeterReading { get; init; }

    /// <summary>The meter's status; its meaning is the manufacturer's.</summary>
    [ExiElement]
    public short? MeterStatus { get; init; }

    /// <summary>The time of the reading, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public long? TMeter { get; init; }
}
