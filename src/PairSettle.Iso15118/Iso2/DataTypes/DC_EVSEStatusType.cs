using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The state of a DC charger.</summary>
[ExiType("DC_EVSEStatusType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("DC_EVSEStatus", Iso2Schema.MsgDataTypes, SubstitutionGroup = "EVSEStatus")]
public sealed partial record DC_EVSEStatusType : EVSEStatusType
{
    /// <summary>The result of insulation monitoring.</summary>
    [ExiElement]
    public IsolationLevelType? EVSEIsolationStatus { get; init; }

    /// <summary>The state.</summary>
    [ExiElement]
    public required DC_EVSEStatusCodeType EVSEStatusCode { get; init; }
}
