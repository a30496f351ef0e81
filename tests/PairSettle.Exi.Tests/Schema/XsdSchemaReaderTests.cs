using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Exi.Tests.Schema;

public class XsdSchemaReaderTests
{
    [CorpusFact("xsd")]
    public void Read_OfficialSchemas_HaveTheKnownNumbersOfNames()
    {
        Expect("appprotocol/V2G_CI_AppProtocol.xsd", roots: 2);
        Expect("din/V2G_CI_MsgDef.xsd", roots: 81);
        Expect("iso2/V2G_CI_MsgDef.xsd", roots: 80, fragments: 243);
        Expect("iso20/V2G_CI_CommonMessages.xsd", roots: 54, fragments: 281);
        Expect("iso20/V2G_CI_AC.xsd", roots: 42, fragments: 154);
        Expect("iso20/V2G_CI_DC.xsd", roots: 48, fragments: 149);
        Expect("iso20/V2G_CI_WPT.xsd", roots: 38, fragments: 193);
        Expect("iso20/V2G_CI_ACDP.xsd", roots: 34, fragments: 129);
        Expect("xmldsig/xmldsig-core-schema.xsd", roots: 24, fragments: 45);

        static void Expect(string path, int roots, int? fragments = null)
        {
            var model = XsdSchemaReader.Read(XsdFiles.Load(SharedData.PathOf("xsd/" + path)!));
            Assert.Equal(roots, DocumentGrammar.Build(model).Roots.Count);
            Assert.Equal(fragments ?? FragmentGrammar.Build(model).Elements.Count, FragmentGrammar.Build(model).Elements.Count);
        }
    }

    [CorpusFact("xsd/iso2/V2G_CI_MsgDef.xsd")]
    public void Read_Iso2_OnlyEMAIDHasSeveralTypes() => Assert.Equal(
        ["eMAID"],
        FragmentGrammar.Build(XsdSchemaReader.Read(XsdFiles.Load(SharedData.PathOf("xsd/iso2/V2G_CI_MsgDef.xsd")!)))
            .Elements.Where(element => element.Declarations.Count > 1).Select(element => element.Name.LocalName));

    [CorpusFact("xsd")]
    public void Read_EverySchemaOfTheCorpus_YieldsGrammars()
    {
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("xsd")!, "*.xsd", SearchOption.AllDirectories))
        {
            try
            {
                var index = new SchemaIndex(XsdSchemaReader.Read(XsdFiles.Load(file)));
                foreach (var type in index.Model.Types)
                {
                    Assert.NotEmpty(GrammarBuilder.BuildAny(type, index).States);
                }
            }
            catch (Exception e) when (e is XmlSchemaException or SchemaException or FileNotFoundException)
            {
                problems.Add($"{file}: {e.Message}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("<xs:element name='a' maxOccurs='2'/>", "0: 0 SE(a) -> 1", "1: 00 SE(a) -> 1", "1: 01 EE", "1 at 2: 0 EE")]
    [InlineData("<xs:any namespace='##other'/>", "0: 0 SE(*) -> 1", "1: 0 EE")]
    [InlineData("<xs:any namespace='urn:b ##local'/>", "0: 00 SE(urn:b:*) -> 1", "0: 01 SE(:*) -> 1", "1: 0 EE")]
    public void Read_Particles_YieldTheirProductions(string content, params string[] grammar) =>
        Assert.Equal(grammar, Grammar($"<xs:element name='r'><xs:complexType><xs:sequence>{content}</xs:sequence></xs:complexType></xs:element>"));

    [Fact]
    public void Read_BoundedGroup_IsWrittenOut() => Assert.Equal(
        [
            "0: 0 SE(a) -> 1",
            "1: 00 SE(a) -> 2",
            "1: 01 SE(b) -> 3",
            "1: 10 EE",
            "2: 00 SE(b) -> 4",
            "2: 01 EE",
            "3: 00 SE(a) -> 2",
            "3: 01 EE",
            "4: 0 EE",
        ],
        Grammar("""
            <xs:element name='r'><xs:complexType><xs:sequence maxOccurs='2'>
              <xs:element name='a'/><xs:element name='b' minOccurs='0'/>
            </xs:sequence></xs:complexType></xs:element>
            """));

    [Fact]
    public void Read_All_IsAnyNumberInAnyOrder() => Assert.Equal(
        [
            "0: 00 SE(b) -> 1", "0: 01 SE(a) -> 2", "0: 10 EE",
            "1: 00 SE(b) -> 1", "1: 01 SE(a) -> 2", "1: 10 EE",
            "2: 00 SE(b) -> 1", "2: 01 SE(a) -> 2", "2: 10 EE",
        ],
        Grammar("<xs:element name='r'><xs:complexType><xs:all><xs:element name='b'/><xs:element name='a'/></xs:all></xs:complexType></xs:element>"));

    [Fact]
    public void Read_AttributeWildcard_StandsBesideEveryAttribute() => Assert.Equal(
        ["0: 00 AT(k) -> 1", "0: 01 AT(*) -> 0", "1: 00 AT(*) -> 1", "1: 01 EE"],
        Grammar("<xs:element name='r'><xs:complexType><xs:attribute name='k' use='required'/><xs:anyAttribute/></xs:complexType></xs:element>"));

    [Theory]
    [InlineData("<xs:restriction base='xs:int'><xs:minInclusive value='3'/></xs:restriction>", "Integer")]
    [InlineData("<xs:restriction base='xs:decimal'><xs:enumeration value='1.5'/></xs:restriction>", "Enumeration")]
    [InlineData("<xs:restriction base='xs:QName'><xs:enumeration value='xs:a'/></xs:restriction>", "String")]
    [InlineData("<xs:list itemType='xs:gDay'/>", "List")]
    [InlineData("<xs:union memberTypes='xs:int xs:date'/>", "String")]
    [InlineData("<xs:restriction base='xs:NMTOKENS'><xs:enumeration value='a b'/></xs:restriction>", "List")]
    public void Read_SimpleTypes_HaveTheirKind(string definition, string kind)
    {
        var type = Assert.Single(Read($"<xs:element name='r'><xs:simpleType>{definition}</xs:simpleType></xs:element>").Elements).Type.SimpleType!;

        Assert.Equal(kind, type.Kind.ToString());
        Assert.StartsWith("#", type.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[A-C]{0,2}", "ABC")]
    [InlineData("a+|[x-z-[y]]", "axz")]
    [InlineData("(ab)?\\-\\s", "\t\n\r -ab")]
    [InlineData("[b|c]+", "bc|")]
    [InlineData("[^a]", "")]
    [InlineData("\\d{2}", "")]
    [InlineData("a\\p{Lu}", "")]
    [InlineData("...E", "")]
    [InlineData("ab{0}c{2,}", "ac")]
    [InlineData("", "")]
    public void Read_Pattern_LeavesItsCharacters(string pattern, string characters)
    {
        var type = Assert.Single(Read(
            $"<xs:element name='r'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern value='{pattern}'/></xs:restriction></xs:simpleType></xs:element>")
            .Elements).Type.SimpleType!;

        Assert.Equal(characters.Select(c => (int)c).Order(), type.Characters);
    }

    [Fact]
    public void Read_DerivedTypes_AreNamedWithTheirBase()
    {
        var model = Read("<xs:simpleType name='t'><xs:restriction base='xs:token'/></xs:simpleType>");

        var type = Assert.Single(model.NamedTypes, type => type.Name == new QName("urn:t", "t"));
        Assert.Equal(new QName(XmlSchema.Namespace, "token"), type.Base);
        Assert.Equal(47, model.NamedTypes.Count);
    }

    private static string[] Grammar(string declarations)
    {
        var index = new SchemaIndex(Read(declarations));
        var root = index.FindType(Assert.Single(index.Model.Elements).Type.ComplexType)!;
        return GrammarText.Of(GrammarBuilder.BuildAny(root, index)).TrimEnd('\n').Split('\n');
    }

    private static SchemaModel Read(string declarations)
    {
        var text = $"""
            <xs:schema xmlns:xs="{XmlSchema.Namespace}" targetNamespace="urn:t" elementFormDefault="qualified" xmlns="urn:t">{declarations}</xs:schema>
            """;
        var set = new XmlSchemaSet();
        set.Add(null, XmlReader.Create(new StringReader(text)));
        return XsdSchemaReader.Read(set);
    }
}
