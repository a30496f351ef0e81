using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Answers a turn of the charge loop. From SECC to EVCC.</summary>
[ExiType("WPT_ChargeLoopResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_ChargeLoopRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_ChargeLoopRes : ChargeLoopResType
{
    /// <summary>The power that the vehicle asked for, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVPCPowerRequest { get; init; }

    /// <summary>The power at the input of the charger's device, in W.</summary>
    [ExiElement]
    public RationalNumberType? SDPowerInput { get; init; }

    /// <summary>The most power that the charger can deliver now, in W.</summary>
    [ExiElement]
    public required RationalNumberType SPCMaxOutputPowerLimit { get; init; }

    /// <summary>The least power that the charger can deliver now, in W.</summary>
    [ExiElement]
    public required RationalNumberType SPCMinOutputPowerLimit { get; init; }

    /// <summary>What is wrong at the charger, if anything.</summary>
    [ExiElement]
    public required WPT_SPCChargeDiagnosticsType SPCChargeDiagnostics { get; init; }

    /// <summary>The frequency that the charger's power circuit works at, in Hz.</summary>
    [ExiElement]
    public RationalNumberType? SPCOperatingFrequency { get; init; }

    /// <summary>What the charger's power circuit measures.</summary>
    [ExiElement]
    public WPT_SPCPowerControlParameterType? SPCPowerControlParameter { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> ManufacturerSpecificDataContainer { get; init; }
}
