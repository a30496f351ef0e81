namespace PairSettle.Iso15118.Iso2;

/// <summary>A way of payment.</summary>
public enum PaymentOptionType
{
    /// <summary>By the contract whose certificate is in the vehicle (Plug and Charge).</summary>
    Contract,

    /// <summary>By means outside the vehicle, such as a card or an app.</summary>
    ExternalPayment,
}
