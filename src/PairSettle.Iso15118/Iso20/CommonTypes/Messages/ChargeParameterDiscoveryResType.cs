using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the responses with charge parameters of all energy transfer modes have in common.</summary>
[ExiType("ChargeParameterDiscoveryResType", CommonTypesSchema.Namespace)]
public abstract partial record ChargeParameterDiscoveryResType : V2GResponseType
{
    private protected ChargeParameterDiscoveryResType()
    {
    }
}
