using System.ComponentModel;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Datatypes;

/// <summary>Strings (EXI 1.0, 7.1.10), with or without a restricted set of characters.</summary>
/// <param name="minLength">The smallest number of code points allowed.</param>
/// <param name="maxLength">The largest number of code points allowed.</param>
/// <param name="characters">The characters of a restricted set; null for all.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiStringDatatype(int minLength, int maxLength, string? characters = null) : ExiDatatype<string>
{
    private readonly CharacterSet? _characters = characters is null ? null : new CharacterSet(characters);

    internal override bool HasEmpty => true;

    internal override bool AllowsEmpty => minLength <= 0;

    internal override string Empty => string.Empty;

    /// <inheritdoc/>
    public override string Format(string value) => value;

    internal override bool IsEmpty(string value) => value is "";

    internal override string Read(ref ExiReader reader, int qname) => _characters is null
        ? reader.ReadString(qname, minLength, maxLength)
        : reader.ReadString(qname, minLength, maxLength, _characters);

    internal override void Write(ref ExiWriter writer, int qname, string value)
    {
        if (_characters is null)
        {
            writer.WriteString(qname, value, minLength, maxLength);
        }
        else
        {
            writer.WriteString(qname, value, minLength, maxLength, _characters);
        }
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out string value)
    {
        var fault = ExiXml.ParseString(text, ExiWhiteSpace.Preserve, minLength, maxLength, out value);
        return fault == ExiFault.None && _characters?.Covers(value) == false ? ExiFault.InvalidCharacter : fault;
    }
}
