using PairSettle.Exi;
using PairSettle.Exi.Codecs;
using PairSettle.Exi.Interpreter;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Schemas.Import;
using PairSettle.Tool.Tests.Commands;

namespace PairSettle.Tool.Tests.Schemas.Import;

/// <summary>Every datatype of EXI in imported types, octet by octet as the interpreter codes it.</summary>
public sealed class ImportDatatypeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExiStringTableMode.Misses)]
    [InlineData(ExiStringTableMode.Hits)]
    public void Import_EveryDatatype_CodesAsTheInterpreterDoes(ExiStringTableMode mode)
    {
        var import = Ledger();
        Assert.Equal([], import.Errors);
        var codec = Imported.Codec(Imported.Load(import.Files));
        var grammars = ExiGrammars.Load(_folder.PathOf("ledger.xsd"));

        Assert.True(ExiTranscoder.TryEncode(LedgerSchema.Instance, grammars, ExiOptions.Default with { StringTable = mode }, out var interpreted, out var error), error.ToString());
        Assert.True(codec.TryEncodeFromXml(LedgerSchema.Instance, false, mode, out var exi, out error), error.ToString());
        Assert.Equal(Convert.ToHexString(interpreted), Convert.ToHexString(exi));
        Assert.True(codec.TryDecodeToXml(exi, false, out var xml, out error), error.ToString());
        Assert.True(ExiTranscoder.TryDecode(exi, grammars, ExiOptions.Default, out var read, out error), error.ToString());
        Assert.Null(Infoset.Difference(LedgerSchema.Instance, xml));
        Assert.Null(Infoset.Difference(read, xml));
        Assert.True(codec.TryEncodeFromXml(xml, false, mode, out var again, out error), error.ToString());
        Assert.Equal(exi, again);
    }

    [Fact]
    public void Import_EveryDatatype_HasTheNamesThatAProgramUses()
    {
        var assembly = Imported.Load([.. Ledger().Files, new("Client.cs", LedgerSchema.Client)]);

        Assert.Equal("equal", assembly.GetType("Client")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Theory]
    [InlineData(ExiStringTableMode.Misses)]
    [InlineData(ExiStringTableMode.Hits)]
    public void Decode_DamagedAtEveryBit_IsRefusedOrEncodesToTheSameOctets(ExiStringTableMode mode)
    {
        var codec = (ExiSchemaCodec)Imported.Codec(Imported.Load(Ledger().Files));
        Assert.True(codec.TryEncodeFromXml(LedgerSchema.Instance, false, mode, out var exi, out _));
        var judge = new DamageJudge(codec, fragment: false);

        Assert.Equal([], StreamDamage.Flip(judge, exi, 0, exi.Length * 8, 1).Concat(StreamDamage.Cut(judge, exi, 0, exi.Length * 8, 1)));
        Assert.True(judge.Counts.Identical + judge.Counts.References > 100, $"{judge.Counts}");
    }

    [Theory]
    [InlineData("<l:plate>B-1</l:plate>", "<l:plate>b-1</l:plate>", ExiFault.InvalidCharacter)]
    [InlineData("<l:plate>B-1</l:plate>", "<l:plate>B-12345678901</l:plate>", ExiFault.LengthOutOfRange)]
    [InlineData("<l:amount>0</l:amount>", "<l:amount>1e3</l:amount>", ExiFault.InvalidLiteral)]
    [InlineData("<l:reading>0</l:reading>", "<l:reading>1E20000</l:reading>", ExiFault.InvalidLiteral)]
    [InlineData("<l:phase>L3</l:phase>", "<l:phase>L1 L2 L3 L1</l:phase>", ExiFault.LengthOutOfRange)]
    [InlineData("<l:phase>L3</l:phase>", "<l:phase>L4</l:phase>", ExiFault.UndefinedEnumerationValue)]
    [InlineData("<l:day>2028-02-29</l:day>", "<l:day>2028-02-32</l:day>", ExiFault.InvalidLiteral)]
    [InlineData("<l:first>99999999999999999999999</l:first>", "<l:first>0</l:first>", ExiFault.ValueOutOfRange)]
    [InlineData("<l:debt>-1</l:debt>", "<l:debt>0</l:debt>", ExiFault.ValueOutOfRange)]
    [InlineData("<l:far>100000000000000000003</l:far>", "<l:far>100000000000000000008</l:far>", ExiFault.ValueOutOfRange)]
    [InlineData("<l:small>-2 5 0</l:small>", "<l:small>-2 6 0</l:small>", ExiFault.ValueOutOfRange)]
    [InlineData("<l:kind>-4</l:kind>", "<l:kind>4</l:kind>", ExiFault.UndefinedEnumerationValue)]
    public void Encode_ValueThatBreaksItsType_IsRefused(string valid, string invalid, ExiFault fault)
    {
        var codec = Imported.Codec(Imported.Load(Ledger().Files));
        var xml = LedgerSchema.Instance.Replace(valid, invalid, StringComparison.Ordinal);

        Assert.NotEqual(LedgerSchema.Instance, xml);
        Assert.False(codec.TryEncodeFromXml(xml, false, ExiStringTableMode.Misses, out _, out var error));
        Assert.Equal(fault, error.Fault);
    }

    private SchemaImport Ledger() => SchemaImport.Of(_folder.Write("ledger.xsd", LedgerSchema.Document), "Ledgers");
}
