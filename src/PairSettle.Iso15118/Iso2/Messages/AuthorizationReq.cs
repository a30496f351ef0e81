using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Asks for permission to charge, and asks again while the answer is pending. With Plug and Charge it is signed with
/// the contract key. From EVCC to SECC.
/// </summary>
[ExiType("AuthorizationReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("AuthorizationReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record AuthorizationReq : BodyBaseType
{
    /// <summary>The challenge of <see cref="PaymentDetailsRes"/>; absent with external payment.</summary>
    [ExiElement]
    [ExiLength(16, 16)]
    public ExiBytes? GenChallenge { get; init; }

    /// <summary>The name that the signature refers to; absent with external payment.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
