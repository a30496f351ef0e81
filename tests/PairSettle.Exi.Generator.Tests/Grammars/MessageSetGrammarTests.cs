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
    [InlineData("CommonMessagesSchema", 54, 6)]
    [InlineData("AcSchema", 42, 6)]
    [InlineData("DcSchema", 48, 6)]
    [InlineData("WptSchema", 38, 6)]
    [InlineData("AcdpSchema", 34, 6)]
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
    [InlineData("CommonMessagesSchema", 281, 9)]
    [InlineData("AcSchema", 154, 8)]
    [InlineData("DcSchema", 149, 8)]
    [InlineData("WptSchema", 193, 8)]
    [InlineData("AcdpSchema", 129, 8)]
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
    [InlineData("PMaxScheduleType", "urn:iso:15118:2:2013:MsgDataTypes", 1024)]
    [InlineData("SalesTariffType", "urn:iso:15118:2:2013:MsgDataTypes", 1024)]
    [InlineData("ServiceParameterListType", "urn:iso:15118:2:2013:MsgDataTypes", 255)]
    [InlineData("PowerScheduleEntryListType", "urn:iso:std:iso:15118:-20:CommonMessages", 1024)]
    [InlineData("EVPowerProfileEntryListType", "urn:iso:std:iso:15118:-20:CommonMessages", 2048)]
    [InlineData("WPT_LF_ReceiverDataType", "urn:iso:std:iso:15118:-20:WPT", 255)]
    public void Repetition_LargeBound_IsCounted(string type, string ns, int maximum)
    {
        var grammar = Grammar(type, ns);

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

    // The head is declared once, in the schema that both import.
    [Theory]
    [InlineData("AC")]
    [InlineData("DC")]
    public void ChargeLoop_ControlModes_AreThoseOfTheMessageSet(string set) => Assert.Equal(
        [$"BPT_Dynamic_{set}_CLReqControlMode", $"BPT_Scheduled_{set}_CLReqControlMode", "CLReqControlMode", $"Dynamic_{set}_CLReqControlMode", $"Scheduled_{set}_CLReqControlMode"],
        Grammar($"{set}_ChargeLoopReqType", "urn:iso:std:iso:15118:-20:" + set).States
            .Select(state => state.Productions.Productions)
            .First(productions => productions.Any(production => production.Name.LocalName == "CLReqControlMode"))
            .Select(production => production.Name.LocalName));

    [Theory]
    [InlineData("CommonMessagesSchema", 26)]
    [InlineData("AcSchema", 4)]
    [InlineData("DcSchema", 10)]
    [InlineData("WptSchema", 12)]
    [InlineData("AcdpSchema", 8)]
    public void Messages_OfOneSet_ShareTheirBase(string schema, int count)
    {
        var messages = Plan(schema).Messages!;

        Assert.Equal("V2GMessageType", messages.Base.Name);
        Assert.Equal(count, messages.Messages.Count);
    }

    [Theory]
    [InlineData("Iso2Schema")]
    [InlineData("AppProtocolSchema")]
    public void Messages_OneOrWithoutABase_HaveNoDecoderInCommon(string schema) => Assert.Null(Plan(schema).Messages);

    private static SchemaPlan Plan(string schema) => s_model.Value.Schemas.Single(plan => plan.Type.Name == schema);

    private static PairSettle.Exi.Grammars.TypeGrammar Grammar(string type, string ns) =>
        s_model.Value.Types.Single(plan => plan.SchemaName == new PairSettle.Exi.Schema.QName(ns, type)).Grammar;

    private static CodecModel Load()
    {
        var source = Repository.PathOf("src/PairSettle.Iso15118");
        string[] folders = ["AppProtocol", "Din70121", "Iso2", "Iso20", "XmlSignature"];
        var files = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(source, folder), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
        var result = GeneratorHarness.Run([.. files.Select(File.ReadAllText)]);
        Assert.Empty(result.Diagnostics);
        return result.Model();
    }
}
