using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

public class ExiTranscoderTests
{
    [Fact]
    public void TryEncode_EmptyElementWithoutSchema_IsTheSpecifiedBits()
    {
        // SE(*): namespace 1 of 3 in two bits, a name of length 1, 'a'; then EE behind an escape of no bits, 0 of 4.
        var octets = Streams.Encode("<a/>", ExiGrammars.SchemaLess, ExiOptions.Default);

        Assert.Equal("80409840", Convert.ToHexString(octets));
        Assert.Equal("<a />", Streams.Decode(octets, ExiGrammars.SchemaLess, ExiOptions.Default));
    }

    [Fact]
    public void TryEncode_StrictWithOneEvent_TakesNoBitsForIt()
    {
        // SE(e) 0 of 2, then CH and EE without bits, then ED without bits: only the byte's eight bits are left.
        var grammars = Streams.Grammars("<xs:element name='e'><xs:simpleType><xs:restriction base='xs:unsignedByte'/></xs:simpleType></xs:element>");

        Assert.Equal("807F80", Convert.ToHexString(Streams.Encode("<e>255</e>", grammars, new ExiOptions { IsStrict = true })));
    }

    [Fact]
    public void Transcode_EveryAlignmentWithSchema_KeepsTheDocument()
    {
        foreach (var options in Streams.Options())
        {
            var octets = Streams.Encode(Streams.Note, Streams.NoteGrammars, options);
            Streams.SameElements(Streams.Note, Streams.Decode(octets, Streams.NoteGrammars, options));
        }
    }

    [Fact]
    public void Transcode_EveryAlignmentWithoutSchema_KeepsTheDocument()
    {
        foreach (var options in Streams.Options())
        {
            var octets = Streams.Encode(Streams.Note, ExiGrammars.SchemaLess, options);
            Streams.SameElements(Streams.Note, Streams.Decode(octets, ExiGrammars.SchemaLess, options));
        }
    }

    [Fact]
    public void Transcode_EverythingPreserved_ComesBackLiterally()
    {
        const string Xml = "<n:note xmlns:n=\"urn:n\" date=\"2026-11-27\"><!-- x --><n:to>Ann</n:to><n:size>007</n:size><?p q?></n:note>";
        var options = new ExiOptions
        {
            Preserve = ExiPreserve.Comments | ExiPreserve.ProcessingInstructions | ExiPreserve.Prefixes | ExiPreserve.LexicalValues,
            HasOptionsDocument = true,
            HasCookie = true,
        };

        var octets = Streams.Encode(Xml, Streams.NoteGrammars, options);

        Assert.Equal("$EXI"u8, octets.AsSpan(0, 4));
        Assert.Equal(Xml, Streams.Decode(octets, Streams.NoteGrammars, ExiOptions.Default));
    }

    [Fact]
    public void Transcode_Fragment_HasSeveralRoots()
    {
        var options = new ExiOptions { IsFragment = true };
        foreach (var grammars in new[] { ExiGrammars.SchemaLess, Streams.Grammars("<xs:element name='a'/><xs:element name='b'/>") })
        {
            Assert.Equal("<a /><b>x</b><a />", Streams.Decode(Streams.Encode("<a/><b>x</b><a/>", grammars, options), grammars, options));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(101)]
    public void Transcode_SmallBlocks_KeepTheDocument(int blockSize)
    {
        var xml = $"<r>{string.Concat(Enumerable.Range(0, 250).Select(i => $"<a>{i % 7}</a><b{i % 3}>x{i}</b{i % 3}>"))}</r>";
        foreach (var alignment in new[] { ExiAlignment.PreCompression, ExiAlignment.Compression })
        {
            var options = new ExiOptions { Alignment = alignment, BlockSize = blockSize };
            Streams.SameElements(xml, Streams.Decode(Streams.Encode(xml, ExiGrammars.SchemaLess, options), ExiGrammars.SchemaLess, options));
        }
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(null, 2)]
    [InlineData(2, 3)]
    public void Transcode_BoundedStringTable_KeepsTheDocument(int? capacity, int? maxLength)
    {
        var xml = $"<r>{string.Concat(Enumerable.Range(0, 60).Select(i => $"<a>{new string('x', (i % 5) + 1)}</a><b>{i % 4}</b>"))}</r>";
        var options = new ExiOptions { ValuePartitionCapacity = capacity, ValueMaxLength = maxLength, HasOptionsDocument = true };

        Streams.SameElements(xml, Streams.Decode(Streams.Encode(xml, ExiGrammars.SchemaLess, options), ExiGrammars.SchemaLess, ExiOptions.Default));
    }

    [Fact]
    public void Transcode_SelfContained_KeepsTheDocument()
    {
        var options = new ExiOptions { IsSelfContained = true, SelfContainedElements = [new("b")], HasOptionsDocument = true };
        const string Xml = "<r><a>1</a><b k='1'><a>1</a><b>2</b></b><a>1</a><b/></r>";
        foreach (var alignment in new[] { ExiAlignment.BitPacked, ExiAlignment.ByteAligned })
        {
            var octets = Streams.Encode(Xml, ExiGrammars.SchemaLess, options with { Alignment = alignment });
            Streams.SameElements(Xml, Streams.Decode(octets, ExiGrammars.SchemaLess, ExiOptions.Default));
        }
    }

    [Fact]
    public void Transcode_XsiTypeAndNil_MoveToTheirGrammars()
    {
        const string Xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:n='urn:n'";
        var grammars = Streams.Grammars(
            """
            <xs:complexType name='base'><xs:sequence><xs:element name='a' type='xs:int'/></xs:sequence></xs:complexType>
            <xs:complexType name='more'><xs:complexContent><xs:extension base='base'>
              <xs:sequence><xs:element name='b' type='xs:int' nillable='true'/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:element name='r' type='base'/>
            """,
            "urn:n");
        foreach (var options in Streams.Options())
        {
            var xml = $"<n:r {Xsi} xsi:type='n:more'><n:a>1</n:a><n:b xsi:nil='true'/></n:r>";
            var decoded = Streams.Decode(Streams.Encode(xml, grammars, options), grammars, options);
            Assert.Contains("xsi:type=\"n", decoded, StringComparison.Ordinal);
            Assert.Contains("xsi:nil=\"true\"", decoded, StringComparison.Ordinal);
            Assert.Equal(Streams.Encode(xml, grammars, options), Streams.Encode(decoded, grammars, options));
        }
    }

    [Fact]
    public void TryEncode_StrictAndUndeclared_IsRefusedWithItsPlace()
    {
        Assert.False(ExiTranscoder.TryEncode(
            "<n:note xmlns:n='urn:n'><n:other/></n:note>", Streams.NoteGrammars, new ExiOptions { IsStrict = true }, out _, out var error));

        Assert.Equal((ExiFault.UnencodableEvent, "note"), (error.Fault, error.Path));
    }

    [Fact]
    public void TryEncode_ValueOutOfItsType_IsWrittenAsAString()
    {
        const string Xml = "<n:note xmlns:n='urn:n' date='soon'><n:to>Ann</n:to><n:size>many</n:size></n:note>";

        Streams.SameElements(Xml, Streams.Decode(Streams.Encode(Xml, Streams.NoteGrammars, ExiOptions.Default), Streams.NoteGrammars, ExiOptions.Default));
    }

    [Fact]
    public void TryEncode_DocumentType_IsNeverRead() =>
        Assert.False(ExiTranscoder.TryEncode("<!DOCTYPE a><a/>", ExiGrammars.SchemaLess, ExiOptions.Default, out _, out _));

    [Fact]
    public void Transcode_RepresentationMap_WritesAsTheOtherType()
    {
        var grammars = Streams.Grammars("<xs:element name='e' type='xs:decimal'/>");
        var options = new ExiOptions
        {
            HasOptionsDocument = true,
            DatatypeRepresentations = new Dictionary<System.Xml.XmlQualifiedName, System.Xml.XmlQualifiedName>
            {
                [new("decimal", System.Xml.Schema.XmlSchema.Namespace)] = new("string", "http://www.w3.org/2009/exi"),
            },
        };

        Assert.Equal("<e>1.500</e>", Streams.Decode(Streams.Encode("<e>1.500</e>", grammars, options), grammars, ExiOptions.Default));
    }
}
