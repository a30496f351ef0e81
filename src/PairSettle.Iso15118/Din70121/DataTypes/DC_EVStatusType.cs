using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The state of a vehicle that charges with DC.</summary>
[ExiType("DC_EVStatusType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("DC_EVStatus", DinSchema.MsgDataTypes, SubstitutionGroup = "EVStatus")]
public sealed partial record DC_EVStatusType : EVStatusType
{
    /// <summary>Whether the vehicle is ready to charge.</summary>
    [ExiElement]
    public required bool EVReady { get; init; }

    /// <summary>Whether the vehicle heats or cools its cabin, and so draws power that does not reach the battery.</summary>
    [ExiElement]
    public bool? EVCabinConditioning { get; init; }

    /// <summary>Whether the vehicle heats or cools its battery.</summary>
    [ExiElement]
    public bool? EVRESSConditioning { get; init; }

    /// <summary>What is wrong, if anything.</summary>
    [ExiElement]
    public required DC_EVErrorCodeType EVErrorCode { get; init; }

    /// <summary>The battery's state of charge, in percent.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public required sbyte EVRESSSOC { get; init; }
}
