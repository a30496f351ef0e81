using System.ComponentModel;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;
using PairSettle.Exi.Xml;
using System.Globalization;
using System.Numerics;

namespace PairSettle.Exi.Datatypes;

/// <summary>Integers in their three representations (EXI 1.0, 7.1.5, 7.1.6 and 7.1.9), with bounds of any size or none.</summary>
/// <typeparam name="T">The C# type, which holds all that lies within the bounds.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiIntegerDatatype<T> : ExiDatatype<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly BigInteger? _minimum;
    private readonly BigInteger? _maximum;
    private readonly IntegerRepresentation _representation;
    private readonly int _width;

    /// <summary>Makes the datatype.</summary>
    /// <param name="minimum">The smallest value as a literal, or null where there is no bound.</param>
    /// <param name="maximum">The largest value as a literal, or null where there is no bound.</param>
    public ExiIntegerDatatype(string? minimum = null, string? maximum = null)
    {
        _minimum = minimum is null ? null : BigInteger.Parse(minimum, CultureInfo.InvariantCulture);
        _maximum = maximum is null ? null : BigInteger.Parse(maximum, CultureInfo.InvariantCulture);
        var type = new SimpleType { Kind = DatatypeKind.Integer, Minimum = _minimum, Maximum = _maximum };
        _representation = Representations.OfInteger(type);
        _width = Representations.FixedWidth(type) ?? 0;
    }

    /// <inheritdoc/>
    public override string Format(T value) => value.ToString(null, CultureInfo.InvariantCulture);

    internal override T Read(ref ExiReader reader, int qname)
    {
        var start = reader.BitPosition;
        var value = _representation switch
        {
            IntegerRepresentation.Bounded => _minimum!.Value + reader.ReadBits(_width),
            IntegerRepresentation.Unsigned => reader.ReadBigUnsigned(),
            _ => reader.ReadBigInteger(),
        };
        if (!reader.Failed && !IsInRange(value))
        {
            reader.Refuse(start, ExiFault.ValueOutOfRange);
        }

        return reader.Failed ? default : T.CreateTruncating(value);
    }

    internal override void Write(ref ExiWriter writer, int qname, T value)
    {
        var number = BigInteger.CreateTruncating(value);
        if (!IsInRange(number))
        {
            writer.Fail(ExiFault.ValueOutOfRange);
            return;
        }

        switch (_representation)
        {
            case IntegerRepresentation.Bounded:
                writer.WriteBits((uint)(number - _minimum!.Value), _width);
                break;
            case IntegerRepresentation.Unsigned:
                writer.WriteBigUnsigned(number);
                break;
            default:
                writer.WriteBigInteger(number);
                break;
        }
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out T value)
    {
        var fault = ExiXml.ParseBigInteger(text, limits.MaxIntegerBits, out var number);
        fault = fault == ExiFault.None && !IsInRange(number) ? ExiFault.ValueOutOfRange : fault;
        value = fault == ExiFault.None ? T.CreateTruncating(number) : default;
        return fault;
    }

    private bool IsInRange(BigInteger value) => !(value < _minimum) && !(value > _maximum);
}
