using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Says what the charger's device can deliver. From SECC to EVCC.</summary>
[ExiType("WPT_ChargeParameterDiscoveryResType", WptSchema.Namespace)]
[ExiGlobalElement("WPT_ChargeParameterDiscoveryRes", WptSchema.Namespace, Root = true)]
public sealed partial record WPT_ChargeParameterDiscoveryRes : ChargeParameterDiscoveryResType
{
    /// <summary>The class of the charger's device.</summary>
    [ExiElement]
    public required WPT_PowerClassType PDInputPowerClass { get; init; }

    /// <summary>The least power at the vehicle's device, in W.</summary>
    [ExiElement]
    public required RationalNumberType SDMinOutputPower { get; init; }

    /// <summary>The most power at the vehicle's device, in W.</summary>
    [ExiElement]
    public required RationalNumberType SDMaxOutputPower { get; init; }

    /// <summary>The most ground clearance that the charger supports.</summary>
    [ExiElement]
    public required ushort SDMaxGroundClearanceSupport { get; init; }

    /// <summary>The least ground clearance that the charger supports.</summary>
    [ExiElement]
    public required ushort SDMinGroundClearanceSupport { get; init; }

    /// <summary>The least current of the charger's coil, in A.</summary>
    [ExiElement]
    public required RationalNumberType PDMinCoilCurrent { get; init; }

    /// <summary>The most current of the charger's coil, in A.</summary>
    [ExiElement]
    public required RationalNumberType PDMaxCoilCurrent { get; init; }

    /// <summary>At most sixteen containers of the maker's own data, each at most 256 octets.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 16)]
    [ExiLength(0, 256)]
    public ExiList<ExiBytes> SDManufacturerSpecificDataContainer { get; init; }
}
