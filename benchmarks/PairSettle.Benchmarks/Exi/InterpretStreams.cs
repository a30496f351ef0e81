using System.Text;
using System.Xml;
using System.Xml.Schema;
using BenchmarkDotNet.Attributes;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Benchmarks.Exi;

/// <summary>What the interpreter takes for a document of twenty readings, with its schema and without, in every alignment.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class InterpretStreams
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:log" xmlns="urn:example:log" elementFormDefault="qualified">
          <xs:element name="Log"><xs:complexType>
            <xs:sequence>
              <xs:element name="Reading" maxOccurs="unbounded"><xs:complexType>
                <xs:sequence>
                  <xs:element name="At" type="xs:dateTime"/>
                  <xs:element name="EnergyWh" type="xs:unsignedLong"/>
                  <xs:element name="Voltage" type="xs:decimal"/>
                  <xs:element name="Remark" type="xs:string" minOccurs="0"/>
                </xs:sequence>
              </xs:complexType></xs:element>
            </xs:sequence>
            <xs:attribute name="meter" type="xs:token" use="required"/>
          </xs:complexType></xs:element>
        </xs:schema>
        """;

    private ExiGrammars _grammars = null!;
    private ExiOptions _options = null!;
    private string _xml = null!;
    private byte[] _octets = null!;

    /// <summary>Whether the stream follows the schema.</summary>
    [Params(true, false)]
    public bool Informed { get; set; }

    /// <summary>How the stream lays out its events.</summary>
    [Params(ExiAlignment.BitPacked, ExiAlignment.ByteAligned, ExiAlignment.Compression)]
    public ExiAlignment Alignment { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var set = new XmlSchemaSet();
        set.Add(null, XmlReader.Create(new StringReader(Schema)));
        _grammars = Informed ? ExiGrammars.FromSchemas(set) : ExiGrammars.SchemaLess;
        _options = new() { Alignment = Alignment };
        var xml = new StringBuilder("<Log xmlns='urn:example:log' meter='M-1'>");
        for (var i = 0; i < 20; i++)
        {
            xml.Append($"<Reading><At>2026-01-01T00:{i:00}:00Z</At><EnergyWh>{1_000_000 + (i * 250)}</EnergyWh><Voltage>230.{i}</Voltage></Reading>");
        }

        _xml = xml.Append("</Log>").ToString();
        _octets = Encode();
        if (Decode() < 100)
        {
            throw new InvalidOperationException("the stream does not come back");
        }
    }

    /// <summary>Reads every event.</summary>
    [Benchmark]
    public int Decode()
    {
        using var reader = new ExiXmlReader(_octets, _grammars, _options);
        var events = 0;
        while (reader.Read())
        {
            events++;
        }

        return events;
    }

    /// <summary>Writes the document from its XML form, the parsing of which is included.</summary>
    [Benchmark]
    public byte[] Encode() => ExiTranscoder.TryEncode(_xml, _grammars, _options, out var octets, out var error)
        ? octets
        : throw new InvalidOperationException(error.ToString());
}
