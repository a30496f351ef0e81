namespace PairSettle.Hal.Modbus;

/// <summary>
/// A register with its scale: value = raw × 10^<paramref name="Exponent"/> in the smallest unit of the quantity (Wh, W, mV, mA).
/// A kilowatt-hour counter has exponent 3, one in hundredths of a kilowatt-hour has exponent 1.
/// </summary>
/// <remarks>
/// The conversion works on integers only, and rounds at most once, to the nearest and halves to even. Integer registers with an exponent of
/// zero or more are exact. A float32 has 24 significant bits: a kilowatt-hour counter resolves 1 Wh below 16,384 kWh, 2 Wh below
/// 32,768 kWh, and so on; the conversion reports that resolution with each value and never invents digits beyond it.
/// </remarks>
/// <param name="Register">The register.</param>
/// <param name="Exponent">The power of ten, -9 to 9.</param>
/// <param name="AbsentBits">The bits by which the device says that it has no value.</param>
public readonly record struct ScaledRegister(ModbusRegister Register, int Exponent, ulong? AbsentBits = null)
{
    private const int MaxExponent = 9;

    /// <summary>Decodes a value.</summary>
    /// <param name="registers">The registers of the value, lowest address first.</param>
    /// <param name="value">The value in the smallest unit of the quantity.</param>
    /// <param name="resolution">The smallest step that the register can show at this value, in the same unit, at least 1.</param>
    /// <param name="fault">
    /// <see cref="HalFault.MeterValueAbsent"/> for the absent marker, a NaN or an infinity;
    /// <see cref="HalFault.MeterValueOutOfRange"/> when the value does not fit 64 bits.
    /// </param>
    /// <returns>Whether there is a value.</returns>
    public bool TryDecode(ReadOnlySpan<ushort> registers, out long value, out long resolution, out HalFault fault)
    {
        var bits = Register.ReadBits(registers);
        value = 0;
        resolution = 0;
        fault = HalFault.MeterValueAbsent;
        return bits != AbsentBits
            && TrySplit(bits, out var isNegative, out var mantissa, out var twos)
            && TryScale(isNegative, mantissa, twos, out value, out resolution, out fault);
    }

    /// <summary>
    /// Encodes a value: integer registers show what is complete, as a counter does, floating-point ones the nearest value.
    /// </summary>
    /// <param name="value">The value in the smallest unit of the quantity.</param>
    /// <param name="registers">Receives the registers, lowest address first.</param>
    /// <returns>False when the register cannot hold the value.</returns>
    public bool TryEncode(long value, Span<ushort> registers)
    {
        var exponent = CheckedExponent();
        if (Register.Type is ModbusRegisterType.Float32 or ModbusRegisterType.Float64)
        {
            // Exact in decimal: 19 digits and at most 9 more. One rounding to double, and for float32 a second one far below its own.
            var real = (double)(exponent >= 0 ? value / (decimal)PowerOfTen(exponent) : value * (decimal)PowerOfTen(-exponent));
            Register.WriteBits(
                Register.Type == ModbusRegisterType.Float32
                    ? BitConverter.SingleToUInt32Bits((float)real)
                    : BitConverter.DoubleToUInt64Bits(real),
                registers);
            return true;
        }

        var raw = exponent >= 0 ? (Int128)value / PowerOfTen(exponent) : (Int128)value * PowerOfTen(-exponent);
        (Int128 least, Int128 most) = Register.Type switch
        {
            ModbusRegisterType.UInt16 => (0, ushort.MaxValue),
            ModbusRegisterType.Int16 => (short.MinValue, short.MaxValue),
            ModbusRegisterType.UInt32 => (0, uint.MaxValue),
            ModbusRegisterType.Int32 => (int.MinValue, int.MaxValue),
            ModbusRegisterType.UInt64 => (0, ulong.MaxValue),
            _ => ((Int128)long.MinValue, (Int128)long.MaxValue),
        };
        if (raw < least || raw > most)
        {
            return false;
        }

        Register.WriteBits(unchecked((ulong)raw), registers);
        return true;
    }

    /// <summary>Splits the bits into sign, integer mantissa and power of two; false for a NaN and an infinity.</summary>
    private bool TrySplit(ulong bits, out bool isNegative, out ulong mantissa, out int twos)
    {
        twos = 0;
        switch (Register.Type)
        {
            case ModbusRegisterType.Float32:
                return TrySplitFloat(bits, 8, 23, out isNegative, out mantissa, out twos);
            case ModbusRegisterType.Float64:
                return TrySplitFloat(bits, 11, 52, out isNegative, out mantissa, out twos);
            case ModbusRegisterType.UInt16 or ModbusRegisterType.UInt32 or ModbusRegisterType.UInt64:
                isNegative = false;
                mantissa = bits;
                return true;
            default:
                var unused = 64 - (16 * Register.Count);
                var signed = unchecked((long)(bits << unused)) >> unused;
                isNegative = signed < 0;
                mantissa = unchecked((ulong)(isNegative ? -signed : signed));
                return true;
        }
    }

    private static bool TrySplitFloat(
        ulong bits, int exponentBits, int fractionBits, out bool isNegative, out ulong mantissa, out int twos)
    {
        var biased = (int)(bits >> fractionBits) & ((1 << exponentBits) - 1);
        var bias = (1 << (exponentBits - 1)) - 1;
        isNegative = (bits >> (exponentBits + fractionBits)) != 0;
        mantissa = bits & ((1UL << fractionBits) - 1);
        twos = Math.Max(biased, 1) - bias - fractionBits;
        if (biased != 0)
        {
            mantissa |= 1UL << fractionBits;
        }

        return biased != (1 << exponentBits) - 1;
    }

    /// <summary>mantissa × 2^twos × 10^Exponent, rounded once.</summary>
    private bool TryScale(bool isNegative, ulong mantissa, int twos, out long value, out long resolution, out HalFault fault)
    {
        value = 0;
        resolution = 0;
        fault = HalFault.MeterValueOutOfRange;
        if (!TryMultiply(mantissa, twos, out var magnitude) || magnitude > (UInt128)long.MaxValue
            || !TryMultiply(1, twos, out var step) || step > (UInt128)long.MaxValue)
        {
            return false;
        }

        value = isNegative ? -(long)magnitude : (long)magnitude;
        resolution = Math.Max(1, (long)step);
        fault = HalFault.None;
        return true;
    }

    private bool TryMultiply(ulong mantissa, int twos, out UInt128 product)
    {
        var exponent = CheckedExponent();
        product = 0;
        if (mantissa == 0)
        {
            return true;
        }

        // Less than 2^94. What a left shift pushes out of 128 bits stays beyond 64 bits even when 10^9 (30 bits) divides it afterwards.
        var numerator = (UInt128)mantissa * (exponent > 0 ? PowerOfTen(exponent) : 1);
        if (twos > (int)UInt128.LeadingZeroCount(numerator))
        {
            return false;
        }

        // A right shift beyond 96 leaves less than a quarter of the smallest unit.
        if (twos < -96)
        {
            return true;
        }

        numerator <<= Math.Max(twos, 0);
        var denominator = (UInt128)(exponent < 0 ? PowerOfTen(-exponent) : 1) << Math.Max(-twos, 0);
        var (quotient, remainder) = UInt128.DivRem(numerator, denominator);
        var twice = remainder << 1;
        product = twice > denominator || (twice == denominator && UInt128.IsOddInteger(quotient)) ? quotient + 1 : quotient;
        return true;
    }

    private int CheckedExponent() => Math.Abs(Exponent) <= MaxExponent
        ? Exponent
        : throw new InvalidOperationException($"Exponent {Exponent} is outside -{MaxExponent} to {MaxExponent}.");

    private static ulong PowerOfTen(int exponent)
    {
        ulong power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
