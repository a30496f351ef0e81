using System.Buffers;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Octets (EXI 1.0, 7.1.1).</summary>
internal sealed class BinaryDatatype(bool isHexadecimal) : Datatype
{
    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    public override Datatype Lexical => isHexadecimal ? StringDatatype.Hexadecimal : StringDatatype.Base64;

    public override bool TryParse(string literal, out TypedValue value)
    {
        value = default;
        if (isHexadecimal)
        {
            var text = literal.AsSpan().Trim();
            if (text.Length % 2 != 0 || text.ContainsAnyExcept(s_hexadecimal))
            {
                return false;
            }

            value = new TypedValue(0, 0, Convert.FromHexString(text));
            return true;
        }

        var octets = new byte[(literal.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(literal, octets, out var count))
        {
            return false;
        }

        value = new TypedValue(0, 0, octets[..count]);
        return true;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var octets = (byte[])value.Content!;
        sink.WriteUnsigned(octets.Length);
        sink.WriteOctets(octets);
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var octets = source.ReadOctets(source.ReadLength(source.Limits.MaxBinaryLength, ExiFault.BinaryTooLong));
        return isHexadecimal ? Convert.ToHexString(octets) : Convert.ToBase64String(octets);
    }
}
