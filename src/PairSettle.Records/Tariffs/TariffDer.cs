using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>Exact decimals in DER: an integer and a count of decimal digits, without trailing zeros.</summary>
internal static class TariffDer
{
    private const int MaxScale = 9;

    public static void WriteDecimal(this AsnWriter writer, decimal value, Asn1Tag? tag = null)
    {
        var scale = 0;
        while (decimal.Truncate(value) != value)
        {
            value *= 10;
            scale++;
        }

        using (writer.PushSequence(tag))
        {
            writer.WriteInteger(decimal.ToInt64(value));
            writer.WriteInteger(scale);
        }
    }

    public static decimal Decimal(this DerReader outer, string name, decimal min, decimal max, Asn1Tag? tag = null)
    {
        var reader = outer.Sequence(name, tag);
        var unscaled = reader.Integer("unscaled", -FormatLimits.MaxQuantity, FormatLimits.MaxQuantity);
        var scale = (int)reader.Integer("scale", 0, MaxScale);
        reader.End();
        if (scale > 0 && unscaled % 10 == 0)
        {
            throw outer.Refuse(RecordFault.NotCanonical, name);
        }

        var value = new decimal(unscaled);
        for (var i = 0; i < scale; i++)
        {
            value /= 10;
        }

        return value >= min && value <= max ? value : throw outer.Refuse(RecordFault.OutOfBounds, name);
    }
}
