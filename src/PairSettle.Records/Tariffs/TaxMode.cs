namespace PairSettle.Records.Tariffs;

/// <summary>Whether the prices of a tariff contain its taxes (OCPI tax_included).</summary>
public enum TaxMode
{
    /// <summary>Taxes come on top of the prices.</summary>
    Excluded = 0,

    /// <summary>The prices contain the taxes.</summary>
    Included = 1,

    /// <summary>There are no taxes.</summary>
    NotApplicable = 2,
}
