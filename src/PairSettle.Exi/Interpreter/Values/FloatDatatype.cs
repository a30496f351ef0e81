using System.Globalization;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Floating-point numbers (EXI 1.0, 7.1.4): a mantissa and an exponent of ten.</summary>
internal sealed class FloatDatatype : Datatype
{
    private const int SpecialExponent = -(1 << 14);
    private const int MaxExponent = (1 << 14) - 1;

    public override Datatype Lexical => StringDatatype.Float;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var text = literal.AsSpan().Trim();
        value = text switch
        {
            "INF" => new TypedValue(1, SpecialExponent),
            "-INF" => new TypedValue(-1, SpecialExponent),
            "NaN" => new TypedValue(0, SpecialExponent),
            _ => default,
        };
        if (value.Second == SpecialExponent)
        {
            return true;
        }

        var split = text.IndexOfAny('E', 'e');
        var exponent = 0;
        if (split >= 0 && !int.TryParse(text[(split + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var mantissa = split < 0 ? text : text[..split];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        // Different literals of one number are written alike.
        var scaled = (long)exponent - fraction;
        for (; number != 0 && number % 10 == 0; number /= 10)
        {
            scaled++;
        }

        scaled = number == 0 ? 0 : scaled;
        value = new TypedValue(number, scaled);
        return scaled is > SpecialExponent and <= MaxExponent;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        IntegerDatatype.WriteSigned(sink, value.Number);
        IntegerDatatype.WriteSigned(sink, value.Second);
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var mantissa = IntegerDatatype.ReadSigned(source);
        var exponent = IntegerDatatype.ReadSigned(source);
        if (mantissa < long.MinValue || mantissa > long.MaxValue || exponent < SpecialExponent || exponent > MaxExponent)
        {
            throw new ExiFaultException(ExiFault.ValueOutOfRange, start);
        }

        return exponent == SpecialExponent
            ? mantissa.IsOne ? "INF" : mantissa == -1 ? "-INF" : "NaN"
            : string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}");
    }
}
