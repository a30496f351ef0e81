using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the requests of the charge loop have in common.</summary>
[ExiType("ChargeLoopReqType", CommonTypesSchema.Namespace)]
public abstract partial record ChargeLoopReqType : V2GRequestType
{
    private protected ChargeLoopReqType()
    {
    }

    /// <summary>The state of the battery, for displays and applications.</summary>
    [ExiElement]
    public DisplayParametersType? DisplayParameters { get; init; }

    /// <summary>Whether the vehicle asks for a meter reading.</summary>
    [ExiElement]
    public required bool MeterInfoRequested { get; init; }
}
