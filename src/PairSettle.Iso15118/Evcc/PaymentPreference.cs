namespace PairSettle.Iso15118.Evcc;

/// <summary>How the vehicle wants to pay.</summary>
public enum PaymentPreference
{
    /// <summary>By contract where both sides can, otherwise externally.</summary>
    ContractFirst,

    /// <summary>By contract, or not at all.</summary>
    ContractOnly,

    /// <summary>Externally, or not at all.</summary>
    ExternalOnly,
}
