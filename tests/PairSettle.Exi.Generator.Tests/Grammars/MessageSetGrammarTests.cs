using PairSettle.Exi.Generator.Planning;
using PairSettle.Exi.Generator.Tests.Diagnostics;

namespace PairSettle.Exi.Generator.Tests.Grammars;

/// <summary>The grammars of the message sets that ship, against the numbers that streams of other codecs show.</summary>
public class MessageSetGrammarTests
{
    private static readonly Lazy<CodecModel> s_model = new(Load);

    [Theory]
    [InlineData("AppProtocolSchema", 2, 2)]
    [InlineData("XmlDsigSchema", 24, 5)]
    [InlineData("DinSchema", 81, 7)]
    [InlineData("Iso2Schema", 80, 7)]
    public void Document_Roots_AreTheGlobalElementsOfTheImportClosure(string schema, int roots, int width)
    {
        var plan = Plan(schema);

        Assert.Equal(roots, plan.Roots.Count);
        Assert.Equal(width, plan.RootWidth);
    }

    [Theory]
    [InlineData("XmlDsigSchema", 45, 6)]
    [InlineData("DinSchema", 245, 8)]
    [InlineData("Iso2Schema", 243, 8)]
    public void Fragment_Elements_AreTheDistinctNames(string schema, int names, int width)
    {
        var plan = Plan(schema);

        Assert.Equal(names, plan.Elements.Count);
        Assert.Equal(width, plan.ElementWidth);
    }

    [Fact]
    public void Fragment_NameWithSeveralTypes_IsOnlyEMAID() => Assert.Equal(
        ["eMAID"],
        s_model.Value.Schemas.SelectMany(schema => schema.Elements).Where(entry => entry.RelaxedAttributes is not null)
            .Select(entry => entry.Name.LocalName));

    [Theory]
    [InlineData("urn:din:70121:2012:MsgDef")]
    [InlineData("urn:iso:15118:2:2013:MsgBody")]
    public void Body_Elements_TakeSixBits(string ns)
    {
        var body = Grammar("BodyType", ns).States[0].Productions;

        Assert.Equal(36, body.Count);
        Assert.Equal(6, body.Width);
        Assert.Single(body.Productions, production => production.IsAbstract);
    }

    [Theory]
    [InlineData("PMaxScheduleType", 1024)]
    [InlineData("SalesTariffType", 1024)]
    [InlineData("ServiceParameterListType", 255)]
    public void Repetition_LargeBound_IsCounted(string type, int maximum)
    {
        var grammar = Grammar(type, "urn:iso:15118:2:2013:MsgDataTypes");

        Assert.True(grammar.States.Count < 10);
        Assert.Contains(grammar.States, state => state.Repetition?.Maximum == maximum && state.AtMaximum is not null);
    }

    [Theory]
    [InlineData("ServiceTagListType")]
    [InlineData("PMaxScheduleType")]
    [InlineData("ListOfRootCertificateIDsType")]
    public void Repetition_OfDinWithoutBound_Loops(string type)
    {
        var grammar = Grammar(type, "urn:din:70121:2012:MsgDataTypes");

        Assert.All(grammar.States, state => Assert.Null(state.AtMaximum));
        Assert.Contains(grammar.States, state => state.Productions.Productions.Any(production => production.Target == state.Index));
    }

    [Theory]
    [InlineData("SignatureMethodType", "0: 0 AT(Algorithm) -> 1\n1: 000 SE(HMACOutputLength) -> 2\n1: 001 SE(*) -> 3\n1: 010 EE\n1: 011 CH untyped -> 1\n")]
    [InlineData("DigestMethodType", "0: 0 AT(Algorithm) -> 1\n1: 00 SE(*) -> 2\n1: 01 EE\n1: 10 CH untyped -> 1\n")]
    public void Mixed_MethodsOfSignatures_AreAsWide(string type, string expected) =>
        Assert.StartsWith(expected, PairSettle.Exi.Grammars.GrammarText.Of(Grammar(type, "http://www.w3.org/2000/09/xmldsig#")), StringComparison.Ordinal);

    private static SchemaPlan Plan(string schema) => s_model.Value.Schemas.Single(plan => plan.Type.Name == schema);

    private static PairSettle.Exi.Grammars.TypeGrammar Grammar(string type, string ns) =>
        s_model.Value.Types.Single(plan => plan.SchemaName == new PairSettle.Exi.Schema.QName(ns, type)).Grammar;

    private static CodecModel Load()
    {
        var source = Path.Combine(DiagnosticTests.RepositoryRoot(), "src/PairSettle.Iso15118");
        string[] folders = ["AppProtocol", "Din70121", "Iso2", "XmlSignature"];
        var files = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(source, folder), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
        var result = GeneratorHarness.Run([.. files.Select(File.ReadAllText)]);
        Assert.Empty(result.Diagnostics);
        return result.Model();
    }
}
