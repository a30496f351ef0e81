namespace PairSettle.Iso15118.Din70121;

/// <summary>A way of payment.</summary>
public enum PaymentOptionType
{
    /// <summary>
    /// By the contract whose certificate is in the vehicle. DC charging by DIN SPEC 70121 does not use it.
    /// </summary>
    Contract,

    /// <summary>By means outside the vehicle, such as a card or an app.</summary>
    ExternalPayment,
}
