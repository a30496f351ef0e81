using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The ways of payment that the charger accepts.</summary>
[ExiType("PaymentOptionListType", Iso2Schema.MsgDataTypes)]
public sealed partial record PaymentOptionListType
{
    /// <summary>One or two ways.</summary>
    [ExiElement(MaxOccurs = 2)]
    public required ExiList<PaymentOptionType> PaymentOption { get; init; }
}
