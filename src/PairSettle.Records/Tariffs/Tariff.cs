using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>A tariff in the terms of OCPI, complete enough to compute a cost from it years later.</summary>
public sealed record Tariff
{
    /// <summary>The identifier of the tariff within its issuer, 1 to 36 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The currency of all prices.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Prices in order of precedence: for each dimension the first element counts that applies.</summary>
    public required ExiList<TariffElement> Elements { get; init; }

    /// <summary>Whether the prices contain the taxes.</summary>
    public TaxMode TaxMode { get; init; }

    /// <summary>The least total, or null.</summary>
    public PriceLimit? MinPrice { get; init; }

    /// <summary>The greatest total, or null.</summary>
    public PriceLimit? MaxPrice { get; init; }

    /// <summary>How totals are rounded.</summary>
    public RoundingRule Rounding { get; init; }

    /// <summary>What local times of restrictions mean.</summary>
    public LocalClock Clock { get; init; } = LocalClock.Utc;

    internal bool AsksForPower
    {
        get
        {
            foreach (var element in Elements)
            {
                if (element.Restrictions is { AsksForPower: true })
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal bool AsksForCurrent
    {
        get
        {
            foreach (var element in Elements)
            {
                if (element.Restrictions is { AsksForCurrent: true })
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal void Write(AsnWriter writer)
    {
        writer.WriteText(Id);
        writer.WriteCurrency(Currency);
        writer.WriteList(Elements, TariffElement.Write);
        writer.WriteEnum(TaxMode);
        MinPrice?.Write(writer, DerTags.Context(0));
        MaxPrice?.Write(writer, DerTags.Context(1));
        writer.WriteEnum(Rounding);
        Clock.Write(writer);
    }

    internal static Tariff Read(DerReader reader) => new()
    {
        Id = reader.Text("id", 1, 36),
        Currency = reader.Currency("currency"),
        Elements = reader.List("elements", 1, 64, TariffElement.Read),
        TaxMode = reader.Enumerated<TaxMode>("taxMode"),
        MinPrice = reader.NextIs(DerTags.Context(0)) ? PriceLimit.Read(reader, "minPrice", DerTags.Context(0)) : null,
        MaxPrice = reader.NextIs(DerTags.Context(1)) ? PriceLimit.Read(reader, "maxPrice", DerTags.Context(1)) : null,
        Rounding = reader.Enumerated<RoundingRule>("rounding"),
        Clock = LocalClock.Read(reader, "clock"),
    };
}
