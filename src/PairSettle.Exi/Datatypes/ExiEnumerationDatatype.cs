using System.ComponentModel;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Xml;
using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Datatypes;

/// <summary>Enumerations (EXI 1.0, 7.2).</summary>
/// <param name="literals">The literals in the order of the members, which count from zero.</param>
/// <typeparam name="T">The enumeration, of type <see cref="int"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiEnumerationDatatype<T>(string[] literals) : ExiDatatype<T>
    where T : unmanaged, Enum
{
    private readonly int _width = CodeWidth.Of(literals.Length);

    /// <inheritdoc/>
    public override string Format(T value) => literals[PositionOf(value)];

    internal override T Read(ref ExiReader reader, int qname) => ValueAt(reader.ReadEnumeration(_width, literals.Length));

    internal override void Write(ref ExiWriter writer, int qname, T value) => writer.WriteEnumeration(PositionOf(value), _width, literals.Length);

    internal override ExiFault Parse(string text, ExiLimits limits, out T value)
    {
        var fault = ExiXml.ParseEnumeration(text, literals, out var position);
        value = ValueAt(position);
        return fault;
    }

    private static int PositionOf(T value) => Unsafe.BitCast<T, int>(value);

    private static T ValueAt(int position) => Unsafe.BitCast<int, T>(position);
}
