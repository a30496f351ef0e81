using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A tariff over time, in relative price levels.</summary>
[ExiType("SalesTariffType", Iso2Schema.MsgDataTypes)]
public sealed partial record SalesTariffType
{
    /// <summary>The tariff's number within the session.</summary>
    [ExiElement]
    [ExiRange(1, 255)]
    public required byte SalesTariffID { get; init; }

    /// <summary>Words for people.</summary>
    [ExiElement]
    [ExiLength(0, 32)]
    public string? SalesTariffDescription { get; init; }

    /// <summary>How many price levels the tariff distinguishes.</summary>
    [ExiElement]
    public byte? NumEPriceLevels { get; init; }

    /// <summary>One to 1024 intervals.</summary>
    [ExiElement(Reference = true, MaxOccurs = 1024)]
    public required ExiList<SalesTariffEntryType> SalesTariffEntry { get; init; }

    /// <summary>The name that a signature refers to, where one covers the tariff.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
