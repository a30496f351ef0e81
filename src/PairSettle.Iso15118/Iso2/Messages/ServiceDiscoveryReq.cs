using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Asks which services the charger offers. From EVCC to SECC.</summary>
[ExiType("ServiceDiscoveryReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ServiceDiscoveryReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ServiceDiscoveryReq : BodyBaseType
{
    /// <summary>Restricts the answer to services of this scope.</summary>
    [ExiElement]
    [ExiLength(0, 64)]
    public string? ServiceScope { get; init; }

    /// <summary>Restricts the answer to services of this category.</summary>
    [ExiElement]
    public ServiceCategoryType? ServiceCategory { get; init; }
}
