using System.Globalization;

namespace PairSettle.Iso15118.Din70121;

public readonly partial record struct PhysicalValueType
{
    // The number has the same form in both standards; the unit alone differs.
    private Iso2.PhysicalValueType Number => new() { Multiplier = Multiplier, Unit = default, Value = Value };

    /// <summary>The number in whole units, exactly.</summary>
    /// <returns>A number from -32,768,000 to 32,767,000 with at most three decimals.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Multiplier"/> is outside -3 to 3.</exception>
    public decimal ToDecimal() => Number.ToDecimal();

    /// <summary>
    /// Represents a number as closely as 16 bits and a power of ten allow, with the multiplier nearest to 0 among those
    /// that lose nothing more.
    /// </summary>
    /// <param name="value">The number in whole units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="rounding">
    /// What to do with digits that do not fit: a limit must not be rounded up, so limits take
    /// <see cref="MidpointRounding.ToNegativeInfinity"/>.
    /// </param>
    /// <returns>The quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number rounds to one outside -32,768,000 to 32,767,000 units.
    /// </exception>
    public static PhysicalValueType FromDecimal(
        decimal value, UnitSymbolType unit, MidpointRounding rounding = MidpointRounding.ToEven)
    {
        var number = Iso2.PhysicalValueType.FromDecimal(value, default, rounding);
        return new() { Multiplier = number.Multiplier, Unit = unit, Value = number.Value };
    }

    /// <summary>The number and its unit, such as <c>32.5 A</c>.</summary>
    /// <returns>Text for people, in the invariant culture.</returns>
    public override string ToString()
    {
        var number = Multiplier is >= -3 and <= 3
            ? ToDecimal().ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Value}e{Multiplier}");
        return Unit is { } unit ? $"{number} {(unit is UnitSymbolType.W_s ? "W/s" : unit)}" : number;
    }
}
