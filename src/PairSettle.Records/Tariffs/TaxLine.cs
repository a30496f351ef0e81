using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>One tax on a price component.</summary>
/// <param name="Name">The name of the tax, 1 to 32 characters.</param>
/// <param name="Percentage">Percent of the price before taxes.</param>
public sealed record TaxLine(string Name, decimal Percentage)
{
    internal static void Write(AsnWriter writer, TaxLine value)
    {
        using (writer.PushSequence())
        {
            writer.WriteText(value.Name);
            writer.WriteDecimal(value.Percentage);
        }
    }

    internal static TaxLine Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new TaxLine(reader.Text("name", 1, 32), reader.Decimal("percentage", 0, 1000));
        reader.End();
        return value;
    }
}
