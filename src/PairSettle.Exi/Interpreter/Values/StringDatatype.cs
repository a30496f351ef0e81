using PairSettle.Exi.Bits;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Strings (EXI 1.0, 7.1.10), with or without a restricted set of characters.</summary>
internal sealed class StringDatatype(CharacterSet? characters = null) : Datatype
{
    /// <summary>Values that no type is known for.</summary>
    public static StringDatatype Untyped { get; } = new() { WhiteSpace = WhiteSpaceRule.Preserve };

    public static Datatype Base64 { get; } = new StringDatatype(CharacterSet.Base64);

    public static Datatype Hexadecimal { get; } = new StringDatatype(CharacterSet.Hexadecimal);

    public static Datatype Boolean { get; } = new StringDatatype(CharacterSet.Boolean);

    public static Datatype DateTime { get; } = new StringDatatype(CharacterSet.DateTime);

    public static Datatype Decimal { get; } = new StringDatatype(CharacterSet.Decimal);

    public static Datatype Float { get; } = new StringDatatype(CharacterSet.Float);

    public static Datatype Integer { get; } = new StringDatatype(CharacterSet.Integer);

    public override bool TryParse(string literal, out TypedValue value)
    {
        value = new TypedValue(0, 0, literal);
        return true;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value) =>
        values.Write(sink, name, (string)value.Content!, characters);

    public override string Read(BitSource source, ValueTable values, NameEntry name) => values.Read(source, name, characters);
}
