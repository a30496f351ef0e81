using PairSettle.Exi.Datatypes;

namespace PairSettle.Exi.Bits;

// The counterparts of the reader's values whose coding is a datatype's business.
public ref partial struct ExiWriter
{
    /// <summary>Writes a bare value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="datatype">The datatype.</param>
    /// <param name="qname">The number of the qualified name of the element or attribute.</param>
    /// <param name="value">The value.</param>
    public void WriteValue<T>(ExiDatatype<T> datatype, int qname, T value) => datatype.Write(ref this, qname, value);

    /// <summary>Writes zero event codes, a value, and the end tag.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="datatype">The datatype.</param>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="qname">The number of the qualified name of the element.</param>
    /// <param name="value">The value.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    public void WriteContent<T>(ExiDatatype<T> datatype, int zeros, int qname, T value, bool afterAttributes = false)
    {
        if (datatype.IsEmpty(value) && datatype.AllowsEmpty && TryWriteEmptyContent(1, zeros, afterAttributes))
        {
            return;
        }

        WriteBits(0, zeros);
        datatype.Write(ref this, qname, value);
        WriteBits(0, 1);
    }

    /// <summary>Writes a string of a restricted set of characters. Characters outside of the set are refused.</summary>
    internal void WriteString(int qname, string value, int minLength, int maxLength, CharacterSet characters)
    {
        if (value is null)
        {
            Fail(ExiFault.MissingValue);
            return;
        }

        // The characters of a set are one UTF-16 unit each.
        if (value.Length < minLength || value.Length > maxLength)
        {
            Fail(ExiFault.LengthOutOfRange);
            return;
        }

        if (!characters.Covers(value))
        {
            Fail(ExiFault.InvalidCharacter);
            return;
        }

        if (_strings is { WritesReferences: true } && value.Length != 0)
        {
            if (TryWriteReference(_strings, qname, value))
            {
                return;
            }

            _strings.Add(qname, value);
        }

        WriteGroups((ulong)value.Length + MissBias);
        foreach (var character in value)
        {
            WriteBits((uint)characters.CodeOf(character), characters.Width);
        }
    }
}
