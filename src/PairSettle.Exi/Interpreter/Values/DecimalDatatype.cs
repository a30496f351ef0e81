using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Decimals (EXI 1.0, 7.1.3): a sign, the whole part, and the digits of the fraction in reverse.</summary>
internal sealed class DecimalDatatype : Datatype
{
    public override Datatype Lexical => StringDatatype.Decimal;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var isNumber = ExiDecimal.TryParse(literal, out var number);
        value = isNumber ? new TypedValue(0, 0, number) : default;
        return isNumber;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var number = (ExiDecimal)value.Content!;
        sink.WriteBoolean(number.IsNegative);
        sink.WriteUnsigned(number.Whole);
        sink.WriteUnsigned(number.ReversedFraction);
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        // Minus zero, which others may write, is read as what it is.
        var isNegative = source.ReadBoolean();
        var whole = source.ReadUnsigned(out var small) ?? small;
        return ExiDecimal.Create(isNegative, whole, source.ReadUnsigned(out small) ?? small).ToString();
    }
}
