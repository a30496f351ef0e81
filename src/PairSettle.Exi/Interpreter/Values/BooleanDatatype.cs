using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Truth values (EXI 1.0, 7.1.2): one bit, or two where a pattern makes the spelling count.</summary>
internal sealed class BooleanDatatype(bool keepsSpelling) : Datatype
{
    private static readonly string[] s_spellings = ["false", "0", "true", "1"];

    public override Datatype Lexical => StringDatatype.Boolean;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var index = Array.IndexOf(s_spellings, literal.Trim());
        value = new TypedValue(keepsSpelling ? index : index >> 1);
        return index >= 0;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value) =>
        sink.WriteNBit((int)value.Number, keepsSpelling ? 2 : 1);

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var index = keepsSpelling ? source.ReadNBit(2) : source.ReadNBit(1) << 1;
        return index < s_spellings.Length ? s_spellings[index] : throw new ExiFaultException(ExiFault.ValueOutOfRange, start);
    }
}
