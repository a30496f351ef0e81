using System.ComponentModel;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Datatypes;

/// <summary>Floating-point numbers (EXI 1.0, 7.1.4).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiFloatDatatype : ExiDatatype<ExiFloat>
{
    /// <inheritdoc/>
    public override string Format(ExiFloat value) => value.ToString();

    internal override ExiFloat Read(ref ExiReader reader, int qname) =>
        new(reader.ReadInteger(long.MinValue, long.MaxValue), (int)reader.ReadInteger(ExiFloat.SpecialExponent, ExiFloat.MaxExponent));

    internal override void Write(ref ExiWriter writer, int qname, ExiFloat value)
    {
        writer.WriteInteger(value.Mantissa, long.MinValue, long.MaxValue);
        writer.WriteInteger(value.Exponent, ExiFloat.SpecialExponent, ExiFloat.MaxExponent);
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out ExiFloat value) =>
        ExiFloat.TryParse(text, out value) ? ExiFault.None : ExiFault.InvalidLiteral;
}
