using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The state of an AC charger.</summary>
[ExiType("AC_EVSEStatusType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("AC_EVSEStatus", Iso2Schema.MsgDataTypes, SubstitutionGroup = "EVSEStatus")]
public sealed partial record AC_EVSEStatusType : EVSEStatusType
{
    /// <summary>Whether the residual current device has detected a fault.</summary>
    [ExiElement]
    public required bool RCD { get; init; }
}
