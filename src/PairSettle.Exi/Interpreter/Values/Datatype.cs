using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>How values of a simple type are written (EXI 1.0, 7).</summary>
internal abstract class Datatype
{
    /// <summary>What becomes of white space before a literal is read.</summary>
    public WhiteSpaceRule WhiteSpace { get; init; } = WhiteSpaceRule.Collapse;

    /// <summary>How the values are written where literals are kept as they are.</summary>
    public virtual Datatype Lexical => StringDatatype.Untyped;

    /// <summary>The simple type, for the datatype representation map.</summary>
    public SimpleType? Type { get; init; }

    /// <summary>Reads a literal.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the datatype can represent it.</returns>
    public abstract bool TryParse(string literal, out TypedValue value);

    public abstract void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value);

    /// <summary>Reads a value as its literal.</summary>
    public abstract string Read(BitSource source, ValueTable values, NameEntry name);
}
