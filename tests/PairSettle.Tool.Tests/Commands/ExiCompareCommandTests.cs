using PairSettle.Iso15118.Iso2;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Tests.Schemas;

namespace PairSettle.Tool.Tests.Commands;

public sealed class ExiCompareCommandTests : IDisposable
{
    private const string Document = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:ping" targetNamespace="urn:example:ping" elementFormDefault="qualified">
          <xs:element name="Ping" type="PingType"/>
          <xs:complexType name="PingType">
            <xs:sequence>
              <xs:element name="Priority"><xs:simpleType><xs:restriction base="xs:unsignedByte">
                <xs:minInclusive value="1"/><xs:maxInclusive value="20"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="Name" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
                <xs:minLength value="1"/><xs:maxLength value="16"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="Reading" type="xs:short" minOccurs="0" maxOccurs="3"/>
            </xs:sequence>
            <xs:attribute name="Id" type="xs:ID"/>
          </xs:complexType>
        </xs:schema>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compare_SameGrammars_AreEqual()
    {
        _folder.Write("ping.xsd", Document);

        var outcome = await CompareAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["equal urn:example:ping (ping.xsd): 17 productions in 4 grammars", "1 passed, 0 failed"], outcome.Output);
    }

    [Theory]
    [InlineData("maxInclusive value=\"20\"", "maxInclusive value=\"21\"", "bounded integer 1..21", "bounded integer 1..20")]
    [InlineData("maxLength value=\"16\"", "maxLength value=\"17\"", "string 1..17", "string 1..16")]
    [InlineData("name=\"Name\" minOccurs=\"0\"", "name=\"Name\"", "2: 0 SE({urn:example:ping}Name)", "2: 00 SE({urn:example:ping}Name)")]
    [InlineData("maxOccurs=\"3\"", "maxOccurs=\"4\"", "4 at 4: 0 EE", "4 at 3: 0 EE")]
    [InlineData("type=\"xs:short\"", "type=\"xs:int\"", "signed integer -2147483648", "signed integer -32768")]
    [InlineData("name=\"Id\" type=\"xs:ID\"", "name=\"Id\" type=\"xs:ID\" use=\"required\"", "0: 0 AT(Id)", "0: 00 AT(Id)")]
    [InlineData("name=\"Reading\"", "name=\"Value\"", "SE({urn:example:ping}Value)", "SE({urn:example:ping}Reading)")]
    public async Task Compare_OneDifference_NamesTheProduction(string from, string to, string expected, string found)
    {
        _folder.Write("ping.xsd", Document.Replace(from, to, StringComparison.Ordinal));

        var outcome = await CompareAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("FAIL urn:example:ping (ping.xsd):", outcome.Output[0]);
        Assert.Contains(outcome.Output, line => line.Contains("expected '", StringComparison.Ordinal)
            && line.Contains(expected, StringComparison.Ordinal) && line.Contains(found, StringComparison.Ordinal));
        Assert.Equal("0 passed, 1 failed", outcome.Output[^1]);
    }

    [Fact]
    public async Task Compare_TypeOfAnotherName_IsEqual()
    {
        _folder.Write("ping.xsd", Document.Replace("PingType", "PongType", StringComparison.Ordinal));

        Assert.Equal(0, (await CompareAsync()).ExitCode);
    }

    [Fact]
    public async Task Compare_SeveralEditions_FollowsOneAndShowsTheOther()
    {
        _folder.Write("a.xsd", Document.Replace("maxOccurs=\"3\"", "maxOccurs=\"4\"", StringComparison.Ordinal));
        _folder.Write("b.xsd", Document);

        var outcome = await CompareAsync();

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("another edition urn:example:ping (a.xsd):", outcome.Output[0]);
        Assert.StartsWith("equal urn:example:ping (b.xsd)", outcome.Output[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithoutDocumentOrSchema_Fails()
    {
        Assert.Equal(1, (await CompareAsync()).ExitCode);

        _folder.Write("ping.xsd", Document);
        var outcome = await CompareAsync("--set", "urn:example:pong");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("FAIL urn:example:pong: no schema of that namespace", outcome.Output[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<xs:element name=\"Ping\" type=\"PongType\"/>")]
    [InlineData("<xs:import namespace=\"urn:other\" schemaLocation=\"absent.xsd\"/><xs:element name=\"Ping\" type=\"PingType\"/>")]
    public async Task Compare_UnusableDocument_IsOneLine(string instead)
    {
        _folder.Write("ping.xsd", Document.Replace("<xs:element name=\"Ping\" type=\"PingType\"/>", instead, StringComparison.Ordinal));

        var outcome = await CompareAsync();

        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Errors);
    }

    [Fact]
    public async Task Compare_FileThatIsNoAssembly_IsOneLine()
    {
        var outcome = await CommandLine.RunAsync("exi", "compare", "--xsd", _folder.PathOf(""), "--assembly", _folder.Write("a.dll", "text"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Errors);
    }

    [CorpusFact("xsd")]
    public async Task Compare_MessageSetsWithTheOfficialSchemas_AreEqual()
    {
        var outcome = await CommandLine.RunAsync("exi", "compare", "--xsd", SharedData.PathOf("xsd")!);

        var sets = MessageSets.All.Count;
        Assert.Equal($"{sets} passed, 0 failed", outcome.Output[^1]);
        Assert.Contains(outcome.Output, line => line.StartsWith($"equal {Iso2Schema.MsgDef} ", StringComparison.Ordinal));
    }

    private Task<CommandLine.Outcome> CompareAsync(params string[] further) =>
        CommandLine.RunAsync(["exi", "compare", "--xsd", _folder.PathOf(""), "--assembly", typeof(Ping).Assembly.Location, .. further]);
}
