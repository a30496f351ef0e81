using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>A position or a direction in space.</summary>
[ExiType("WPT_CoordinateXYZType", WptSchema.Namespace)]
public readonly partial record struct WPT_CoordinateXYZType
{
    /// <summary>The first coordinate.</summary>
    [ExiElement]
    public required short Coord_X { get; init; }

    /// <summary>The second coordinate.</summary>
    [ExiElement]
    public required short Coord_Y { get; init; }

    /// <summary>The third coordinate.</summary>
    [ExiElement]
    public required short Coord_Z { get; init; }
}
