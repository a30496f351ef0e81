using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>What a session costs under a tariff, with the lines that lead there.</summary>
public sealed record CostBreakdown
{
    /// <summary>The lines, in the order in which their components first applied.</summary>
    public required ExiList<CostLine> Lines { get; init; }

    /// <summary>The exact total before taxes and rounding, limits applied, to twelve decimal digits.</summary>
    public required decimal ExactBeforeTaxes { get; init; }

    /// <summary>The exact total with taxes before rounding, limits applied, to twelve decimal digits.</summary>
    public required decimal ExactTotal { get; init; }

    /// <summary>The rounded total before taxes.</summary>
    public required Money BeforeTaxes { get; init; }

    /// <summary>The rounded total to pay.</summary>
    public required Money Total { get; init; }

    /// <summary>Whether a half states this cost.</summary>
    internal bool IsOf(HalfRecord half) => Total == half.Cost && BeforeTaxes == half.CostBeforeTaxes;
}
