using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Says whether charging is permitted. From SECC to EVCC.</summary>
[ExiType("AuthorizationResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("AuthorizationRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record AuthorizationRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>Whether the decision has been made.</summary>
    [ExiElement]
    public required EVSEProcessingType EVSEProcessing { get; init; }
}
