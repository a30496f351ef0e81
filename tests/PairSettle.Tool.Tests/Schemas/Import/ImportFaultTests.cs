using PairSettle.Tool.Schemas.Import;
using PairSettle.Tool.Tests.Commands;

namespace PairSettle.Tool.Tests.Schemas.Import;

public sealed class ImportFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int, string, string> Unsupported => new()
    {
        { 1104, "{urn:t}T/e", Sequence(Restricted("xs:boolean", """<xs:pattern value="true|false"/>""")) },
        { 1106, "{urn:t}T/e", Sequence("""<xs:element name="e"/>""") },
        { 1107, "{urn:t}T/e", Sequence("""<xs:element name="e" type="xs:string" nillable="true"/>""") },
        { 1201, "{urn:t}T", """<xs:complexType name="T"><xs:all><xs:element name="e" type="xs:int"/></xs:all></xs:complexType>""" },
        { 1202, "{urn:t}T", """<xs:complexType name="T"><xs:sequence maxOccurs="3"><xs:element name="e" type="xs:int"/></xs:sequence></xs:complexType>""" },
        { 1203, "{urn:t}T", """<xs:complexType name="T"><xs:anyAttribute/></xs:complexType>""" },
        { 1204, "{urn:t}T", Sequence("""<xs:any namespace="urn:u"/>""") },
        { 1204, "{urn:t}T", Sequence("""<xs:any namespace="##local"/>""") },
        { 1205, "{urn:t}T/e", Sequence("""<xs:element name="e" type="xs:int" form="unqualified"/>""") },
        { 1205, "{urn:t}T/@a", """<xs:complexType name="T"><xs:attribute name="a" type="xs:int" form="qualified"/></xs:complexType>""" },
        { 1206, "@{urn:t}a", """<xs:attribute name="a" type="xs:int"/><xs:complexType name="T"/>""" },
        { 1301, "{urn:t}e", """<xs:element name="e" type="xs:int"/>""" },
        { 1302, "{urn:t}h", """<xs:element name="h" type="t:T"/><xs:element name="m" type="t:T" substitutionGroup="t:h"/>""" + Sequence("""<xs:element ref="t:h" minOccurs="0"/>""") },
        {
            1302, "{urn:t}m", """
            <xs:element name="h" type="t:T"/><xs:element name="m" type="t:R" substitutionGroup="t:h"/>
            <xs:complexType name="R"><xs:complexContent><xs:restriction base="t:T"><xs:sequence/></xs:restriction></xs:complexContent></xs:complexType>
            """ + Sequence("""<xs:element ref="t:h" minOccurs="0"/>""")
        },
        { 1302, "{urn:t}s", """<xs:element name="s" type="xs:int" substitutionGroup="t:h"/><xs:element name="h" type="xs:int"/>""" + Sequence("""<xs:element ref="t:h"/><xs:element ref="t:s"/>""") },
        {
            1401, "T.cs", """
            <xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent></xs:complexType>
            <xs:element name="one" type="t:T"/><xs:element name="two" type="t:T"/>
            """
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task Import_UnsupportedConstruct_HasItsCodeAndWritesNothing(int code, string component, string components)
    {
        var schema = _folder.Write("t.xsd", Schema(components));

        var outcome = await CommandLine.RunAsync("exi", "import", "--xsd", schema, "-o", _folder.PathOf("out"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([""], outcome.Output);
        Assert.StartsWith($"pairsettle: IMP{code} {(ImportFault)code}: {component}: ", Assert.Single(outcome.Errors.Distinct(), line => line.Contains(component, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Fact]
    public async Task Import_AnonymousTypeOfUnqualifiedElementBesideWildcard_HasItsCode()
    {
        var components = Sequence("""<xs:element name="e"><xs:complexType/></xs:element><xs:any namespace="##other"/>""");
        var schema = _folder.Write("t.xsd", Schema(components).Replace("elementFormDefault=\"qualified\"", "", StringComparison.Ordinal));

        var outcome = await CommandLine.RunAsync("exi", "import", "--xsd", schema, "-o", _folder.PathOf("out"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("pairsettle: IMP1207 WildcardNames: {urn:t}e: ", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SeveralUnsupportedConstructs_AreALineEach()
    {
        var schema = _folder.Write("t.xsd", Schema(Sequence("""<xs:element name="e"/><xs:element name="f" type="xs:date" nillable="true"/>""")));

        var outcome = await CommandLine.RunAsync("exi", "import", "--xsd", schema, "-o", _folder.PathOf("out"));

        Assert.Equal(
            [
                "pairsettle: IMP1106 AnyType: {urn:t}T/e: an element of any type",
                "pairsettle: IMP1107 Nillable: {urn:t}T/f: the content may be nil",
            ],
            outcome.Errors);
    }

    [Fact]
    public async Task Import_SupportedSchema_WritesOnceAndOverwritesByForce()
    {
        var schema = _folder.Write("t.xsd", Schema(Sequence("""<xs:element name="e" type="xs:int"/>""") + """<xs:element name="root" type="t:T"/>"""));
        string[] arguments = ["exi", "import", "--xsd", schema, "-o", _folder.PathOf("out"), "--namespace", "My.Types"];

        var first = await CommandLine.RunAsync(arguments);
        Assert.Equal(0, first.ExitCode);
        Assert.Equal($"wrote 2 files to {_folder.PathOf("out")}", first.Output[0]);
        Assert.StartsWith("equal urn:t: ", first.Output[1], StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(_folder.PathOf("out/T.cs"));
        Assert.Contains("namespace My.Types;", written, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.PathOf("out/T.cs"), "mine");
        var second = await CommandLine.RunAsync(arguments);
        Assert.Equal(2, second.ExitCode);
        Assert.Equal(2, second.Errors.Count(line => line.StartsWith("pairsettle: IMP1002 FileExists: ", StringComparison.Ordinal)));
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.PathOf("out/T.cs")));

        Assert.Equal(0, (await CommandLine.RunAsync([.. arguments, "--force"])).ExitCode);
        Assert.Equal(written, await File.ReadAllTextAsync(_folder.PathOf("out/T.cs")));
    }

    [Theory]
    [InlineData("<xs:element name=\"e\" type=\"t:Absent\"/>", "Types", "IMP1001 SchemaInvalid")]
    [InlineData("<xs:include schemaLocation=\"absent.xsd\"/>", "Types", "IMP1001 SchemaInvalid")]
    [InlineData("<xs:element", "Types", "IMP1001 SchemaInvalid")]
    [InlineData("", "My.class", "IMP1003 NamespaceInvalid")]
    [InlineData("", "My types", "IMP1003 NamespaceInvalid")]
    public async Task Import_UnusableInput_IsOneLine(string components, string space, string expected)
    {
        var schema = _folder.Write("t.xsd", Schema(components));

        var outcome = await CommandLine.RunAsync("exi", "import", "--xsd", schema, "-o", _folder.PathOf("out"), "--namespace", space);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"pairsettle: {expected}: ", outcome.Complaint(), StringComparison.Ordinal);
    }

    private static string Schema(string components) =>
        $"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">{components}</xs:schema>""";

    private static string Sequence(string particles) => $"""<xs:complexType name="T"><xs:sequence>{particles}</xs:sequence></xs:complexType>""";

    private static string Restricted(string type, string facets) =>
        $"""<xs:element name="e"><xs:simpleType><xs:restriction base="{type}">{facets}</xs:restriction></xs:simpleType></xs:element>""";
}
