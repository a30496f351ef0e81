using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle needs and tolerates with DC.</summary>
[ExiType("DC_CPDReqEnergyTransferModeType", DcSchema.Namespace)]
[ExiGlobalElement("DC_CPDReqEnergyTransferMode", DcSchema.Namespace)]
public partial record DC_CPDReqEnergyTransferModeType
{
    /// <summary>The most power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumChargePower { get; init; }

    /// <summary>The least power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumChargePower { get; init; }

    /// <summary>The most current that the vehicle can draw, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumChargeCurrent { get; init; }

    /// <summary>The least current that the vehicle can draw, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumChargeCurrent { get; init; }

    /// <summary>The most voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumVoltage { get; init; }

    /// <summary>The least voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumVoltage { get; init; }

    /// <summary>The state of charge wanted, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? TargetSOC { get; init; }
}
