using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks which services the charger offers. From EVCC to SECC.</summary>
[ExiType("ServiceDiscoveryReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ServiceDiscoveryReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServiceDiscoveryReq : BodyBaseType
{
    /// <summary>Restricts the answer to services of this scope; at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? ServiceScope { get; init; }

    /// <summary>Restricts the answer to services of this category.</summary>
    [ExiElement]
    public ServiceCategoryType? ServiceCategory { get; init; }
}
