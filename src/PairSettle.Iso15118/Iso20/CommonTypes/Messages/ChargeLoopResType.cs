using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the responses of the charge loop have in common.</summary>
[ExiType("ChargeLoopResType", CommonTypesSchema.Namespace)]
public abstract partial record ChargeLoopResType : V2GResponseType
{
    private protected ChargeLoopResType()
    {
    }

    /// <summary>A notification, where the charger wants something of the vehicle.</summary>
    [ExiElement]
    public EVSEStatusType? EVSEStatus { get; init; }

    /// <summary>The meter reading, where the vehicle asked for it.</summary>
    [ExiElement]
    public MeterInfoType? MeterInfo { get; init; }

    /// <summary>The costs so far.</summary>
    [ExiElement]
    public ReceiptType? Receipt { get; init; }
}
