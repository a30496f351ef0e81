using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Floating-point numbers (EXI 1.0, 7.1.4): a mantissa and an exponent of ten.</summary>
internal sealed class FloatDatatype : Datatype
{
    public override Datatype Lexical => StringDatatype.Float;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var isNumber = ExiFloat.TryParse(literal, out var number);
        value = new TypedValue(number.Mantissa, number.Exponent);
        return isNumber;
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
        return mantissa >= long.MinValue && mantissa <= long.MaxValue && exponent >= ExiFloat.SpecialExponent && exponent <= ExiFloat.MaxExponent
            ? new ExiFloat((long)mantissa, (int)exponent).ToString()
            : throw new ExiFaultException(ExiFault.ValueOutOfRange, start);
    }
}
