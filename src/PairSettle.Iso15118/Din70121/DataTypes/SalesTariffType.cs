using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A tariff over time, in relative price levels.</summary>
[ExiType("SalesTariffType", DinSchema.MsgDataTypes)]
public sealed partial record SalesTariffType
{
    /// <summary>The tariff's number within the session.</summary>
    [ExiElement]
    public required short SalesTariffID { get; init; }

    /// <summary>Words for people, at most 32 characters.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? SalesTariffDescription { get; init; }

    /// <summary>How many price levels the tariff distinguishes.</summary>
    [ExiElement]
    public required byte NumEPriceLevels { get; init; }

    /// <summary>One or more intervals.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<SalesTariffEntryType> SalesTariffEntry { get; init; }

    /// <summary>The name that a signature refers to, where one covers the tariff.</summary>
    [ExiAttribute]
    public required string Id { get; init; }
}
