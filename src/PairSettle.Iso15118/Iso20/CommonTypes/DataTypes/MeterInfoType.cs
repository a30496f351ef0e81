using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>A reading of the charger's meter.</summary>
[ExiType("MeterInfoType", CommonTypesSchema.Namespace)]
public sealed partial record MeterInfoType
{
    /// <summary>The meter's identifier, at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public required string MeterID { get; init; }

    /// <summary>The energy that has flowed to the vehicle, in Wh.</summary>
    [ExiElement]
    public required ulong ChargedEnergyReadingWh { get; init; }

    /// <summary>The energy that has flowed from the vehicle, in Wh.</summary>
    [ExiElement]
    public ulong? BPT_DischargedEnergyReadingWh { get; init; }

    /// <summary>The capacitive reactive energy, in varh.</summary>
    [ExiElement]
    public ulong? CapacitiveEnergyReadingVARh { get; init; }

    /// <summary>The inductive reactive energy, in varh.</summary>
    [ExiElement]
    public ulong? BPT_InductiveEnergyReadingVARh { get; init; }

    /// <summary>The meter's own signature over the reading, at most 64 octets.</summary>
    [ExiElement]
    [ExiLength(0, 64)]
    public ExiBytes? MeterSignature { get; init; }

    /// <summary>The meter's state, in a code of its maker.</summary>
    [ExiElement]
    public short? MeterStatus { get; init; }

    /// <summary>When the reading was taken, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public ulong? MeterTimestamp { get; init; }
}
