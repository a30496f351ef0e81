namespace PairSettle.Records.Tariffs;

/// <summary>What one price component came to.</summary>
public sealed record CostLine
{
    /// <summary>What is charged for.</summary>
    public required PriceDimension Dimension { get; init; }

    /// <summary>Whether it is charged for a reservation.</summary>
    public required bool Reservation { get; init; }

    /// <summary>The price component.</summary>
    public required PriceComponent Component { get; init; }

    /// <summary>The billed quantity, steps included: watt-hours, seconds, or 1.</summary>
    public required long Quantity { get; init; }

    /// <summary>The exact amount before taxes, to twelve decimal digits.</summary>
    public required decimal BeforeTaxes { get; init; }

    /// <summary>The exact amount with taxes, to twelve decimal digits.</summary>
    public required decimal AfterTaxes { get; init; }
}
