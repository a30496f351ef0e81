using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The state of a vehicle that charges with DC.</summary>
[ExiType("DC_EVStatusType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("DC_EVStatus", Iso2Schema.MsgDataTypes, SubstitutionGroup = "EVStatus")]
public sealed partial record DC_EVStatusType : EVStatusType
{
    /// <summary>Whether the vehicle is ready to charge.</summary>
    [ExiElement]
    public required bool EVReady { get; init; }

    /// <summary>What is wrong, if anything.</summary>
    [ExiElement]
    public required DC_EVErrorCodeType EVErrorCode { get; init; }

    /// <summary>The battery's state of charge, in percent.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public required sbyte EVRESSSOC { get; init; }
}
