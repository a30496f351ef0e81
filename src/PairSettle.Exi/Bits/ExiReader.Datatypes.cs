using PairSettle.Exi.Datatypes;

namespace PairSettle.Exi.Bits;

// Values whose coding is a datatype's business rather than that of emitted code.
public ref partial struct ExiReader
{
    internal readonly ExiLimits Limits => _limits;

    /// <summary>Reads a bare value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="datatype">The datatype.</param>
    /// <param name="qname">The number of the qualified name of the element or attribute.</param>
    /// <returns>The value; the default one after a fault.</returns>
    public T ReadValue<T>(ExiDatatype<T> datatype, int qname)
    {
        var value = datatype.Read(ref this, qname);
        return Failed ? default! : value!;
    }

    /// <summary>Reads zero event codes, a value, and the end tag.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="datatype">The datatype.</param>
    /// <param name="zeros">The bits before the value, from 1 to 16; the last one belongs to the characters event.</param>
    /// <param name="qname">The number of the qualified name of the element.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    /// <returns>The value; the default one after a fault.</returns>
    public T ReadContent<T>(ExiDatatype<T> datatype, int zeros, int qname, bool afterAttributes = false)
    {
        if (!(datatype.HasEmpty ? EnterCharacters(zeros, datatype.AllowsEmpty ? 0 : 1, afterAttributes) : ExpectZero(zeros)))
        {
            return Failed ? default! : datatype.Empty!;
        }

        var value = datatype.Read(ref this, qname);
        return ExpectZero(1) ? value! : default!;
    }

    /// <summary>Reads a string of a restricted set of characters (EXI 1.0, 7.1.10.1). Characters outside of the set are refused.</summary>
    internal string ReadString(int qname, int minLength, int maxLength, CharacterSet characters)
    {
        var start = _position;
        var coded = ReadUnsigned(ulong.MaxValue);
        if (coded < MissBias)
        {
            var known = Failed ? string.Empty : ReadReference(start, qname, local: coded == 0, minLength, maxLength);
            return characters.Covers(known) || FailAt(start, ExiFault.InvalidCharacter) ? known : string.Empty;
        }

        var length = coded - MissBias;
        var fault = length < (ulong)minLength || length > (ulong)maxLength ? ExiFault.LengthOutOfRange
            : length > (ulong)_limits.MaxStringLength ? ExiFault.StringTooLong
            : length > (ulong)(BitsLeft / characters.Width) ? ExiFault.Truncated
            : ExiFault.None;
        if (fault != ExiFault.None)
        {
            FailAt(start, fault);
            return string.Empty;
        }

        var text = length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[length];
        text = text[..(int)length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = _position;
            var code = (int)ReadBits(characters.Width);
            if (code >= characters.Escape)
            {
                FailAt(at, ExiFault.InvalidCharacter);
                return string.Empty;
            }

            text[i] = (char)characters[code];
        }

        var value = text.IsEmpty ? string.Empty : MakeString(text);
        _strings?.Add(qname, value);
        return value;
    }
}
