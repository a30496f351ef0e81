using System.ComponentModel;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Datatypes;

/// <summary>Decimals (EXI 1.0, 7.1.3).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiDecimalDatatype : ExiDatatype<ExiDecimal>
{
    /// <inheritdoc/>
    public override string Format(ExiDecimal value) => value.ToString();

    internal override ExiDecimal Read(ref ExiReader reader, int qname)
    {
        var start = reader.BitPosition;
        var isNegative = reader.ReadBoolean();
        var value = ExiDecimal.Create(isNegative, reader.ReadBigUnsigned(), reader.ReadBigUnsigned());

        // Minus zero would not be written again.
        if (isNegative && !value.IsNegative)
        {
            reader.Refuse(start, ExiFault.ValueOutOfRange);
        }

        return value;
    }

    internal override void Write(ref ExiWriter writer, int qname, ExiDecimal value)
    {
        writer.WriteBoolean(value.IsNegative);
        writer.WriteBigUnsigned(value.Whole);
        writer.WriteBigUnsigned(value.ReversedFraction);
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out ExiDecimal value) =>
        ExiDecimal.TryParse(text, out value) ? ExiFault.None : ExiFault.InvalidLiteral;
}
