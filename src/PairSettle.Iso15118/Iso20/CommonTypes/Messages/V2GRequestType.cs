using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>A request, from EVCC to SECC.</summary>
[ExiType("V2GRequestType", CommonTypesSchema.Namespace)]
public abstract partial record V2GRequestType : V2GMessageType
{
    private protected V2GRequestType()
    {
    }
}
