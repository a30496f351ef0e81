using System.ComponentModel;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Datatypes;

/// <summary>Octets (EXI 1.0, 7.1.1).</summary>
/// <param name="isHexadecimal">Whether the literals are those of <c>xs:hexBinary</c>.</param>
/// <param name="minLength">The smallest number of octets allowed.</param>
/// <param name="maxLength">The largest number of octets allowed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiBinaryDatatype(bool isHexadecimal, int minLength, int maxLength) : ExiDatatype<ExiBytes>
{
    internal override bool HasEmpty => true;

    internal override bool AllowsEmpty => minLength <= 0;

    /// <inheritdoc/>
    public override string Format(ExiBytes value) => isHexadecimal ? ExiXml.FormatHex(value) : ExiXml.FormatBase64(value);

    internal override bool IsEmpty(ExiBytes value) => value.Length == 0;

    internal override ExiBytes Read(ref ExiReader reader, int qname) => reader.ReadBinary(minLength, maxLength);

    internal override void Write(ref ExiWriter writer, int qname, ExiBytes value) => writer.WriteBinary(value, minLength, maxLength);

    internal override ExiFault Parse(string text, ExiLimits limits, out ExiBytes value) => isHexadecimal
        ? ExiXml.ParseHexBinary(text, minLength, maxLength, out value)
        : ExiXml.ParseBase64Binary(text, minLength, maxLength, out value);
}
