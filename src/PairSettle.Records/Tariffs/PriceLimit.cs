using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>A floor or ceiling of the total (OCPI PriceLimit). Both limits count independently.</summary>
/// <param name="BeforeTaxes">The limit of the total before taxes.</param>
/// <param name="AfterTaxes">The limit of the total with taxes, or null.</param>
public sealed record PriceLimit(decimal BeforeTaxes, decimal? AfterTaxes = null)
{
    internal void Write(AsnWriter writer, Asn1Tag tag)
    {
        using (writer.PushSequence(tag))
        {
            writer.WriteDecimal(BeforeTaxes);
            if (AfterTaxes is { } after)
            {
                writer.WriteDecimal(after);
            }
        }
    }

    internal static PriceLimit Read(DerReader outer, string name, Asn1Tag tag)
    {
        var reader = outer.Sequence(name, tag);
        var value = new PriceLimit(
            reader.Decimal("beforeTaxes", 0, 1_000_000),
            reader.HasData ? reader.Decimal("afterTaxes", 0, 1_000_000) : null);
        reader.End();
        return value;
    }
}
