using System.Numerics;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Datatypes;

namespace PairSettle.Exi.Xml;

// Values of text that was taken before. A fault is kept, and the default of the type returned.
public sealed partial class ExiXmlParser
{
    // Identifiers of the text so far.
    private string? _firstIdentifier;
    private ExiIdentifiers? _identifiers;

    /// <summary>Reads a truth value.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <returns>The value.</returns>
    public bool ReadBoolean(string text)
    {
        Keep(ExiXml.ParseBoolean(text, out var value));
        return value;
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value; 0 after a fault.</returns>
    public long ReadInteger(string text, long min, long max) =>
        Keep(ExiXml.ParseInteger(text, min, max, out var value)) ? value : 0;

    /// <summary>Reads an unsigned integer.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value; 0 after a fault.</returns>
    public ulong ReadUnsigned(string text, ulong max) => Keep(ExiXml.ParseUnsigned(text, max, out var value)) ? value : 0;

    /// <summary>Reads an unsigned integer.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value; 0 after a fault.</returns>
    public ulong ReadUnsigned(string text, ulong min, ulong max)
    {
        var value = ReadUnsigned(text, max);
        return value >= min || Fail(ExiFault.ValueOutOfRange) ? value : 0;
    }

    /// <summary>Reads an integer that the schema does not bound.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <returns>The value; 0 after a fault.</returns>
    public BigInteger ReadBigInteger(string text) =>
        Keep(ExiXml.ParseBigInteger(text, _limits.MaxIntegerBits, out var value)) ? value : BigInteger.Zero;

    /// <summary>Reads a string.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="whiteSpace">What the datatype does to white space.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string is accepted although it is too short.</param>
    /// <returns>The value; empty after a fault.</returns>
    public string ReadString(string text, ExiWhiteSpace whiteSpace, int minLength, int maxLength, bool allowsEmpty = false) =>
        Keep(ExiXml.ParseString(text, whiteSpace, allowsEmpty && text is "" ? 0 : minLength, maxLength, out var value)) ? value : string.Empty;

    /// <summary>Reads <c>xs:ID</c>, which no other identifier of the document may equal.</summary>
    /// <param name="text">The text of the attribute.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string is accepted, and no identifier.</param>
    /// <returns>The identifier; empty after a fault.</returns>
    public string ReadIdentifier(string text, int minLength, int maxLength, bool allowsEmpty = false)
    {
        var value = ReadString(text, ExiWhiteSpace.Collapse, minLength, maxLength, allowsEmpty);
        return Failed || (allowsEmpty && value.Length == 0) || Keep(ExiIdentifiers.Take(value, ref _firstIdentifier, ref _identifiers)) ? value : string.Empty;
    }

    /// <summary>Reads <c>xs:hexBinary</c>.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets are accepted although that is too short.</param>
    /// <returns>The octets; none after a fault.</returns>
    public ExiBytes ReadHexBinary(string text, int minLength, int maxLength, bool allowsEmpty = false)
    {
        Keep(ExiXml.ParseHexBinary(text, allowsEmpty && text is "" ? 0 : minLength, maxLength, out var value));
        return value;
    }

    /// <summary>Reads <c>xs:base64Binary</c>.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets are accepted although that is too short.</param>
    /// <returns>The octets; none after a fault.</returns>
    public ExiBytes ReadBase64Binary(string text, int minLength, int maxLength, bool allowsEmpty = false)
    {
        Keep(ExiXml.ParseBase64Binary(text, allowsEmpty && text is "" ? 0 : minLength, maxLength, out var value));
        return value;
    }

    /// <summary>Reads the position of an enumeration's value.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="literals">The literals in the schema's order.</param>
    /// <returns>The position; 0 after a fault.</returns>
    public int ReadEnumeration(string text, ReadOnlySpan<string> literals)
    {
        Keep(ExiXml.ParseEnumeration(text, literals, out var index));
        return index;
    }

    /// <summary>Reads a value whose literals are a datatype's business.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="datatype">The datatype.</param>
    /// <returns>The value; the default one after a fault.</returns>
    public T ReadValue<T>(string text, ExiDatatype<T> datatype) => Keep(datatype.Parse(text, _limits, out var value)) ? value! : default!;

    private bool Keep(ExiFault fault) => fault == ExiFault.None ? !Failed : Fail(fault);
}
