using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Lists (EXI 1.0, 7.1.11): the number of items and the items.</summary>
internal sealed class ListDatatype(Datatype item) : Datatype
{
    private static readonly char[] s_whiteSpace = [' ', '\t', '\n', '\r'];

    public override Datatype Lexical => item.Lexical;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var literals = literal.Split(s_whiteSpace, StringSplitOptions.RemoveEmptyEntries);
        var items = new TypedValue[literals.Length];
        value = new TypedValue(0, 0, items);
        for (var i = 0; i < items.Length; i++)
        {
            if (!item.TryParse(literals[i], out items[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var items = (TypedValue[])value.Content!;
        sink.WriteUnsigned(items.Length);
        foreach (var one in items)
        {
            item.Write(sink, values, name, one);
        }
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var count = source.ReadLength(source.Limits.MaxListItems, ExiFault.TooManyItems);
        var items = new List<string>();
        var length = 0L;
        for (var i = 0; i < count; i++)
        {
            items.Add(item.Read(source, values, name));
            length += items[i].Length + 1;
            if (length > source.Limits.MaxXmlCharacters)
            {
                throw new ExiFaultException(ExiFault.StringTooLong, start);
            }
        }

        return string.Join(' ', items);
    }
}
