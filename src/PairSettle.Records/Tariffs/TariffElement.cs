using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>A group of prices under one set of restrictions (OCPI TariffElement).</summary>
/// <param name="Components">The prices.</param>
/// <param name="Restrictions">When they apply; null is always.</param>
public sealed record TariffElement(ExiList<PriceComponent> Components, TariffRestrictions? Restrictions = null)
{
    internal static void Write(AsnWriter writer, TariffElement value)
    {
        using (writer.PushSequence())
        {
            writer.WriteList(value.Components, PriceComponent.Write);
            value.Restrictions?.Write(writer, DerTags.Context(0));
        }
    }

    internal static TariffElement Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new TariffElement(
            reader.List("components", 1, 8, PriceComponent.Read),
            reader.NextIs(DerTags.Context(0)) ? TariffRestrictions.Read(reader, "restrictions", DerTags.Context(0)) : null);
        reader.End();
        return value;
    }
}
