using System.ComponentModel;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Datatypes;

/// <summary>Truth values (EXI 1.0, 7.1.2).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiBooleanDatatype : ExiDatatype<bool>
{
    /// <inheritdoc/>
    public override string Format(bool value) => ExiXml.Format(value);

    internal override bool Read(ref ExiReader reader, int qname) => reader.ReadBoolean();

    internal override void Write(ref ExiWriter writer, int qname, bool value) => writer.WriteBoolean(value);

    internal override ExiFault Parse(string text, ExiLimits limits, out bool value) => ExiXml.ParseBoolean(text, out value);
}
