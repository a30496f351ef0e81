using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>The state of the battery, for displays and applications. The charger does not control by it.</summary>
[ExiType("DisplayParametersType", CommonTypesSchema.Namespace)]
public sealed partial record DisplayParametersType
{
    /// <summary>The state of charge now, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? PresentSOC { get; init; }

    /// <summary>The least state of charge wanted, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? MinimumSOC { get; init; }

    /// <summary>The state of charge wanted, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? TargetSOC { get; init; }

    /// <summary>The most state of charge that the vehicle admits, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? MaximumSOC { get; init; }

    /// <summary>The time until <see cref="MinimumSOC"/> is reached, in seconds.</summary>
    [ExiElement]
    public uint? RemainingTimeToMinimumSOC { get; init; }

    /// <summary>The time until <see cref="TargetSOC"/> is reached, in seconds.</summary>
    [ExiElement]
    public uint? RemainingTimeToTargetSOC { get; init; }

    /// <summary>The time until <see cref="MaximumSOC"/> is reached, in seconds.</summary>
    [ExiElement]
    public uint? RemainingTimeToMaximumSOC { get; init; }

    /// <summary>Whether the charge is done.</summary>
    [ExiElement]
    public bool? ChargingComplete { get; init; }

    /// <summary>The energy that the battery holds when full, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? BatteryEnergyCapacity { get; init; }

    /// <summary>Whether the vehicle's inlet is too hot.</summary>
    [ExiElement]
    public bool? InletHot { get; init; }
}
