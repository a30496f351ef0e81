using System.Xml;
using System.Xml.Linq;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

public class ExiXmlReaderTests
{
    [Fact]
    public void Read_ByTheFramework_YieldsTheDocument()
    {
        using var stream = new MemoryStream(Streams.Encode(Streams.Note, Streams.NoteGrammars, ExiOptions.Default));
        using var reader = new ExiXmlReader(stream, Streams.NoteGrammars);

        var root = XDocument.Load(reader).Root!;

        Assert.Equal(XName.Get("note", "urn:n"), root.Name);
        Assert.Equal(["Ann", "Bob", "7"], root.Elements().Select(element => element.Value));
        Assert.Equal(ReadState.EndOfFile, reader.ReadState);
    }

    [Fact]
    public void Read_FromAStreamOctetByOctet_IsTheSame()
    {
        foreach (var options in Streams.Options())
        {
            using var reader = new ExiXmlReader(new Drip(Streams.Encode(Streams.Note, Streams.NoteGrammars, options)), Streams.NoteGrammars, options);

            Assert.Equal(3, XDocument.Load(reader).Root!.Elements().Count());
        }
    }

    [Fact]
    public void Read_Attributes_CanBeReached()
    {
        using var reader = new ExiXmlReader(Streams.Encode("<a k='1' l='2'>t</a>", ExiGrammars.SchemaLess, ExiOptions.Default));

        Assert.Equal(XmlNodeType.Element, reader.MoveToContent());
        Assert.Equal((2, "1", "2", null), (reader.AttributeCount, reader.GetAttribute("k"), reader[1], reader.GetAttribute("m")));
        Assert.True(reader.MoveToAttribute("l"));
        Assert.True(reader.ReadAttributeValue());
        Assert.Equal((XmlNodeType.Text, "2", 2), (reader.NodeType, reader.Value, reader.Depth));
        Assert.True(reader.MoveToElement());
        Assert.Equal("t", reader.ReadElementContentAsString());
    }

    [Fact]
    public void Read_RefusedStream_ThrowsItsErrorAndStops()
    {
        using var reader = new ExiXmlReader([0x80, 0x40, 0x98]);

        var error = Assert.Throws<ExiXmlException>(() => reader.Read()).Error;

        Assert.Equal(ExiFault.Truncated, error.Fault);
        Assert.Equal(ReadState.Error, reader.ReadState);
        Assert.False(reader.TryRead(out var again));
        Assert.Equal(error, again);
    }

    [Fact]
    public void Constructor_ContradictingOptions_AreTheCallersBug() => Assert.Throws<ArgumentException>(
        () => new ExiXmlReader([0x80], null, new ExiOptions { IsStrict = true, Preserve = ExiPreserve.Comments }));

    [Fact]
    public void Read_OptionsDocument_TakesThePlaceOfThoseAgreed()
    {
        var written = new ExiOptions
        {
            Alignment = ExiAlignment.Compression,
            BlockSize = 17,
            ValueMaxLength = 5,
            ValuePartitionCapacity = 9,
            Preserve = ExiPreserve.Comments | ExiPreserve.Dtds,
            IsFragment = true,
            HasOptionsDocument = true,
            HasSchemaId = true,
        };
        using var reader = new ExiXmlReader(Streams.Encode("<a/>", ExiGrammars.SchemaLess, written), Streams.NoteGrammars, new ExiOptions { IsStrict = true });

        Assert.Equal(
            (written.Alignment, 17, 5, 9, written.Preserve, true, false),
            (reader.Options.Alignment, reader.Options.BlockSize, reader.Options.ValueMaxLength, reader.Options.ValuePartitionCapacity,
                reader.Options.Preserve, reader.Options.IsFragment, reader.Options.IsStrict));
        Assert.Same(ExiGrammars.SchemaLess, reader.Grammars);
    }

    /// <summary>A stream that hands out one octet at a time, as sockets may.</summary>
    private sealed class Drip(byte[] octets) : MemoryStream(octets)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
