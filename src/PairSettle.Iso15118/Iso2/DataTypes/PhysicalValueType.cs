using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// A quantity: <see cref="Value"/> times ten to the power of <see cref="Multiplier"/>, in <see cref="Unit"/>.
/// </summary>
[ExiType("PhysicalValueType", Iso2Schema.MsgDataTypes)]
public readonly partial record struct PhysicalValueType
{
    /// <summary>The power of ten, -3 to 3.</summary>
    [ExiElement]
    [ExiRange(-3, 3)]
    public required sbyte Multiplier { get; init; }

    /// <summary>The unit.</summary>
    [ExiElement]
    public required UnitSymbolType Unit { get; init; }

    /// <summary>The number before scaling.</summary>
    [ExiElement]
    public required short Value { get; init; }
}
