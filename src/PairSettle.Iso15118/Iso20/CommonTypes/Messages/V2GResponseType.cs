using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>A response, from SECC to EVCC.</summary>
[ExiType("V2GResponseType", CommonTypesSchema.Namespace)]
public abstract partial record V2GResponseType : V2GMessageType
{
    private protected V2GResponseType()
    {
    }

    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }
}
