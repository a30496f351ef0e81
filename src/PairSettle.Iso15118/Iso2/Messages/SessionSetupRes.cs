using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Answers <see cref="SessionSetupReq"/>. Its header carries the session's identifier from here on. From SECC to EVCC.
/// </summary>
[ExiType("SessionSetupResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("SessionSetupRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record SessionSetupRes : BodyBaseType, IResponseMessage
{
    /// <summary>
    /// <see cref="ResponseCodeType.OK_NewSessionEstablished"/>, <see cref="ResponseCodeType.OK_OldSessionJoined"/> or a
    /// failure.
    /// </summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charging point's identifier, for instance <c>DE*ABC*E1234</c>.</summary>
    [ExiElement]
    [ExiLength(7, 37, AllowEmpty = true)]
    public required string EVSEID { get; init; }

    /// <summary>The charger's clock, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public long? EVSETimeStamp { get; init; }
}
