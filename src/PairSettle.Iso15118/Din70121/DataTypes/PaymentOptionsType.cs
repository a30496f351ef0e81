using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The ways of payment that the charger accepts.</summary>
[ExiType("PaymentOptionsType", DinSchema.MsgDataTypes)]
public sealed partial record PaymentOptionsType
{
    /// <summary>One or more ways.</summary>
    [ExiElement]
    public required ExiList<PaymentOptionType> PaymentOption { get; init; }
}
