using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the requests for charge parameters of all energy transfer modes have in common.</summary>
[ExiType("ChargeParameterDiscoveryReqType", CommonTypesSchema.Namespace)]
public abstract partial record ChargeParameterDiscoveryReqType : V2GRequestType
{
    private protected ChargeParameterDiscoveryReqType()
    {
    }
}
