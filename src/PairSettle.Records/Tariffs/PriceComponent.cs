using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>A price for one dimension (OCPI PriceComponent).</summary>
public sealed record PriceComponent
{
    /// <summary>What is charged for.</summary>
    public required PriceDimension Dimension { get; init; }

    /// <summary>The price per kilowatt-hour, per hour, or once; at most nine decimal digits.</summary>
    public required decimal Price { get; init; }

    /// <summary>The taxes on it; each is a percentage of the price before taxes.</summary>
    public ExiList<TaxLine> Taxes { get; init; }

    /// <summary>The block in which the dimension is billed, in watt-hours or seconds; 1 bills exactly.</summary>
    public int StepSize { get; init; } = 1;

    internal static void Write(AsnWriter writer, PriceComponent value)
    {
        using (writer.PushSequence())
        {
            writer.WriteEnum(value.Dimension);
            writer.WriteDecimal(value.Price);
            writer.WriteList(value.Taxes, TaxLine.Write);
            writer.WriteInteger(value.StepSize);
        }
    }

    internal static PriceComponent Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new PriceComponent
        {
            Dimension = reader.Enumerated<PriceDimension>("dimension"),
            Price = reader.Decimal("price", -1_000_000, 1_000_000),
            Taxes = reader.List("taxes", 0, 8, TaxLine.Read),
            StepSize = (int)reader.Integer("stepSize", 1, 1_000_000),
        };
        reader.End();
        return value;
    }
}
