using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>
/// A number: <see cref="Value"/> times ten to the power of <see cref="Exponent"/>. Its unit is that of the element it
/// stands in.
/// </summary>
[ExiType("RationalNumberType", CommonTypesSchema.Namespace)]
public readonly partial record struct RationalNumberType
{
    /// <summary>The power of ten.</summary>
    [ExiElement]
    public required sbyte Exponent { get; init; }

    /// <summary>The number before scaling.</summary>
    [ExiElement]
    public required short Value { get; init; }
}
