using System.Xml;
using PairSettle.Exi;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Codecs;
using PairSettle.Exi.Xml;

namespace PairSettle.Tool.Tests.Conformance;

/// <summary>A codec of fragments of one element, whose name is an octet and which ends with FF, with a defect of choice.</summary>
internal sealed class OctetCodec(OctetCodec.Defect defect) : ExiSchemaCodec
{
    public enum Defect
    {
        None,

        /// <summary>The encoder writes more after an odd octet.</summary>
        Talkative,

        /// <summary>The decoder throws at zero.</summary>
        Throws,

        /// <summary>A fragment may have an octet more than it should, which is written again.</summary>
        Greedy,
    }

    public override string TargetNamespace => "urn:octet";

    public override ExiList<ExiNamespaceNames> Names => [];

    protected override int RootWidth => 0;

    protected override int ElementWidth => 8;

    protected override int ElementCount => 256;

    protected override ExiElement[] CreateElements() => [];

    protected override void DeclarePrefixes(XmlWriter xml)
    {
    }

    protected override int StringIdOf(string namespaceUri, string localName) => -1;

    protected override bool TryReadElement(ref ExiReader reader, int code, IExiElementSink sink)
    {
        if (defect == Defect.Throws && code == 0)
        {
            throw new InvalidOperationException("zero");
        }

        var more = defect == Defect.Talkative && (code & 1) != 0 ? 0 : -1;
        if (defect == Defect.Greedy)
        {
            // A copy of the reader looks ahead: is there an octet before the last one?
            var ahead = reader;
            if (ahead.ReadBits(16) is var octets && !ahead.Failed)
            {
                more = (int)octets >> 8;
                reader.ReadBits(8);
            }
        }

        sink.Take("", new(TargetNamespace, "octet"), new More(more));
        return true;
    }

    protected override byte[]? EncodeElement(ExiXmlParser reader, ExiStringTableMode mode) => null;

    /// <summary>Content of one octet that a defect makes, or none.</summary>
    private sealed record More(int Octet) : IExiContent
    {
        public bool WriteExi(ref ExiWriter writer)
        {
            if (Octet >= 0)
            {
                writer.WriteBits((uint)Octet, 8);
            }

            return true;
        }

        public void WriteXml(XmlWriter writer)
        {
        }
    }
}
