namespace PairSettle.Iso15118.Din70121;

/// <summary>What a cost counts.</summary>
public enum CostKindType
{
    /// <summary>The price, in percent of a reference price.</summary>
    relativePricePercentage,

    /// <summary>The share of renewable generation, in percent.</summary>
    RenewableGenerationPercentage,

    /// <summary>The emission of carbon dioxide, in g/kWh.</summary>
    CarbonDioxideEmission,
}
