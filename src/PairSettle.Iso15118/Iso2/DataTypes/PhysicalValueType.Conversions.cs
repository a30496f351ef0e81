using System.Globalization;

namespace PairSettle.Iso15118.Iso2;

public readonly partial record struct PhysicalValueType
{
    private const int SmallestMultiplier = -3;
    private const int LargestMultiplier = 3;

    /// <summary>The number in whole units, exactly.</summary>
    /// <returns>A number from -32,768,000 to 32,767,000 with at most three decimals.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Multiplier"/> is outside -3 to 3.</exception>
    public decimal ToDecimal() => ToMilliUnits() / 1000m;

    /// <summary>The number in thousandths of the unit (mW, mA, mV ...), exactly.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Multiplier"/> is outside -3 to 3.</exception>
    public long ToMilliUnits() => Multiplier is >= SmallestMultiplier and <= LargestMultiplier
        ? Value * PowerOfTen(Multiplier - SmallestMultiplier)
        : throw new InvalidOperationException($"The multiplier is {Multiplier}, outside -3 to 3.");

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
        for (var multiplier = SmallestMultiplier; multiplier <= LargestMultiplier; multiplier++)
        {
            // Compared before scaling up, because the product of a huge number would overflow.
            var scale = (decimal)PowerOfTen(Math.Abs(multiplier));
            if (multiplier < 0 && Math.Abs(value) > short.MaxValue)
            {
                continue;
            }

            var scaled = decimal.Round(multiplier < 0 ? value * scale : value / scale, rounding);
            if (scaled is >= short.MinValue and <= short.MaxValue)
            {
                return Normalize((short)scaled, multiplier, unit);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "A physical value reaches from -32,768,000 to 32,767,000 units.");
    }

    /// <summary>Represents a number exactly, or says that it cannot be.</summary>
    /// <param name="value">The number in whole units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="quantity">The quantity.</param>
    /// <returns>False where the number has too many digits or is too large.</returns>
    public static bool TryFromDecimal(decimal value, UnitSymbolType unit, out PhysicalValueType quantity)
    {
        quantity = default;
        if (value is < short.MinValue * 1000m or > short.MaxValue * 1000m)
        {
            return false;
        }

        var nearest = FromDecimal(value, unit);
        if (nearest.ToDecimal() != value)
        {
            return false;
        }

        quantity = nearest;
        return true;
    }

    /// <summary>Represents a number of thousandths of the unit, as <see cref="FromDecimal"/> does.</summary>
    /// <param name="value">The number in thousandths of the unit.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is too large.</exception>
    public static PhysicalValueType FromMilliUnits(
        long value, UnitSymbolType unit, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(value / 1000m, unit, rounding);

    /// <summary>A power in W.</summary>
    /// <param name="watts">The number of watts.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    public static PhysicalValueType FromWatts(decimal watts, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(watts, UnitSymbolType.W, rounding);

    /// <summary>An energy in Wh.</summary>
    /// <param name="wattHours">The number of watt-hours.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    public static PhysicalValueType FromWattHours(decimal wattHours, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(wattHours, UnitSymbolType.Wh, rounding);

    /// <summary>A voltage in V.</summary>
    /// <param name="volts">The number of volts.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    public static PhysicalValueType FromVolts(decimal volts, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(volts, UnitSymbolType.V, rounding);

    /// <summary>A current in A.</summary>
    /// <param name="amperes">The number of amperes.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    public static PhysicalValueType FromAmperes(decimal amperes, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(amperes, UnitSymbolType.A, rounding);

    /// <summary>A time in s.</summary>
    /// <param name="time">The time; what is shorter than a millisecond is rounded.</param>
    /// <param name="rounding">What to do with digits that do not fit.</param>
    /// <returns>The quantity.</returns>
    public static PhysicalValueType FromTime(TimeSpan time, MidpointRounding rounding = MidpointRounding.ToEven) =>
        FromDecimal(time.Ticks / (decimal)TimeSpan.TicksPerSecond, UnitSymbolType.s, rounding);

    /// <summary>The number and its unit, such as <c>32.5 A</c>.</summary>
    /// <returns>Text for people, in the invariant culture.</returns>
    public override string ToString() => Multiplier is >= SmallestMultiplier and <= LargestMultiplier
        ? string.Create(CultureInfo.InvariantCulture, $"{ToDecimal()} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{Value}e{Multiplier} {Unit}");

    private static PhysicalValueType Normalize(short value, int multiplier, UnitSymbolType unit)
    {
        while (multiplier < 0 && value % 10 == 0)
        {
            value /= 10;
            multiplier++;
        }

        return new() { Multiplier = (sbyte)multiplier, Unit = unit, Value = value };
    }

    private static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
