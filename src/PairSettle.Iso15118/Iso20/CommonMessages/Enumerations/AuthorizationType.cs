namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A means of authorization.</summary>
public enum AuthorizationType
{
    /// <summary>External identification, such as a card.</summary>
    EIM,

    /// <summary>Plug and Charge: a contract certificate.</summary>
    PnC,
}
