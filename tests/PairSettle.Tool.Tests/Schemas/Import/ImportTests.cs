using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Schemas.Import;
using PairSettle.Tool.Tests.Commands;

namespace PairSettle.Tool.Tests.Schemas.Import;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_OwnSchema_CompilesAndCodesAlike()
    {
        var import = Depot();

        Assert.Equal([], import.Errors);
        Assert.True(import.Comparison!.AreEqual);
        Assert.True(import.Comparison.Grammars > 12, $"{import.Comparison.Grammars} grammars");
        var codec = Imported.Codec(Imported.Load(import.Files));
        foreach (var mode in new[] { ExiStringTableMode.Misses, ExiStringTableMode.Hits })
        {
            Assert.True(codec.TryEncodeFromXml(DepotSchema.Instance, false, mode, out var exi, out var error), error.ToString());
            Assert.True(codec.TryDecodeToXml(exi, false, out var xml, out error), error.ToString());
            Assert.Null(Infoset.Difference(DepotSchema.Instance, xml));
            Assert.True(codec.TryEncodeFromXml(xml, false, mode, out var again, out error), error.ToString());
            Assert.Equal(exi, again);
        }
    }

    [Theory]
    [InlineData(ExiStringTableMode.Misses)]
    [InlineData(ExiStringTableMode.Hits)]
    public void Import_OwnSchema_CodesAsTheInterpreterDoes(ExiStringTableMode mode)
    {
        var codec = Imported.Codec(Imported.Load(Depot().Files));
        var grammars = ExiGrammars.Load(_folder.PathOf("depot.xsd"));

        Assert.True(codec.TryEncodeFromXml(DepotSchema.Instance, false, mode, out var exi, out var error), error.ToString());
        Assert.True(ExiTranscoder.TryDecode(exi, grammars, ExiOptions.Default, out var xml, out error), error.ToString());
        Assert.Null(Infoset.Difference(DepotSchema.Instance, xml));
        Assert.True(ExiTranscoder.TryEncode(xml, grammars, ExiOptions.Default with { StringTable = mode }, out var interpreted, out error), error.ToString());
        Assert.Equal(exi, interpreted);
    }

    [Theory]
    [InlineData("<d:name>North</d:name>", "<d:name></d:name>")]
    [InlineData("<d:bay>false</d:bay>", "")]
    [InlineData("<d:x>0</d:x>", "<d:x>4</d:x>")]
    [InlineData("<d:reason>3.phase</d:reason>", "<d:reason>3_phase</d:reason>")]
    [InlineData("d:seq=\"2\"", "seq=\"2\"")]
    [InlineData("d:Id=\"D1\"", "d:Id=\"1D\"")]
    public void Import_OwnSchema_RefusesWhatTheSchemaDoes(string valid, string invalid)
    {
        var codec = Imported.Codec(Imported.Load(Depot().Files));
        var xml = DepotSchema.Instance.Replace(valid, invalid, StringComparison.Ordinal);

        Assert.NotEqual(DepotSchema.Instance, xml);
        Assert.False(codec.TryEncodeFromXml(xml, false, ExiStringTableMode.Misses, out _, out var error));
        Assert.NotEqual(ExiFault.None, error.Fault);
    }

    [Fact]
    public void Import_OwnSchema_HasTheNamesThatAProgramUses()
    {
        var assembly = Imported.Load([.. Depot().Files, new("Client.cs", DepotSchema.Client)]);

        Assert.Equal("equal", assembly.GetType("Client")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void Import_OwnSchema_WritesDocumentedRecords()
    {
        var files = Depot().Files.ToDictionary(file => file.Name, file => file.Text);

        Assert.Equal(
            """
            #nullable enable

            using PairSettle.Exi;

            namespace Depots;

            /// <summary>The type Slot.</summary>
            [ExiType("Slot", DepotsSchema.Namespace)]
            public readonly partial record struct Slot
            {
                /// <summary>The element x.</summary>
                [ExiElement]
                [ExiRange(-3, 3)]
                public required sbyte x { get; init; }

                /// <summary>The element y.</summary>
                [ExiElement]
                [ExiRange(0, 2147483647)]
                public required int y { get; init; }
            }

            """,
            files["Slot.cs"]);
        Assert.Contains("""/// <summary>All stations of a depot, and "who" runs them &amp; where &lt;here&gt;.</summary>""", files["Depot.cs"], StringComparison.Ordinal);
        Assert.Contains("/// <summary>The element class. The schema's default is \"7\".</summary>", files["Depot.cs"], StringComparison.Ordinal);
        Assert.Contains("/// <summary>Nothing more fits.</summary>", files["reason_code.cs"], StringComparison.Ordinal);
        Assert.Equal(files, Depot().Files.ToDictionary(file => file.Name, file => file.Text));
    }

    [CorpusFact("xsd")]
    public void Import_OfficialSchemas_CompileAndCodeAlike()
    {
        foreach (var path in new[] { "appprotocol/V2G_CI_AppProtocol.xsd", "din/V2G_CI_MsgDef.xsd", "iso2/V2G_CI_MsgDef.xsd", "iso20/V2G_CI_ACDP.xsd" })
        {
            var import = SchemaImport.Of(SharedData.PathOf($"xsd/{path}")!, "Official");

            Assert.True(import.Errors.Count == 0, $"{path}: {string.Join('\n', import.Errors)}");
            Assert.True(import.Comparison!.AreEqual);
        }
    }

    /// <summary>Schemas of others: default options of EXI, so repeated values are string table hits.</summary>
    [CorpusFact("exi/general.jsonl")]
    public void Import_SchemasOfOthers_CodeTheirVectorsByteByByte()
    {
        var codecs = s_schemasOfOthers.ToDictionary(schema => schema, schema =>
        {
            var import = SchemaImport.Of(SharedData.PathOf($"xsd/{schema}")!, "Others");
            Assert.True(import.Errors.Count == 0, $"{schema}: {string.Join('\n', import.Errors)}");
            return Imported.Codec(Imported.Load(import.Files));
        });
        var failures = new List<string>();
        var checkedSchemas = new HashSet<string>();
        foreach (var vector in Vector.ReadFile(SharedData.PathOf("exi/general.jsonl")!)
            .Where(vector => vector is { Options: "default", Schema: not null, ExiHex: not null } && codecs.ContainsKey(vector.Schema)
                && !s_leftOut.Any(part => vector.Id!.Contains(part, StringComparison.Ordinal))))
        {
            checkedSchemas.Add(vector.Schema!);
            if (Check(codecs[vector.Schema!], vector) is { } failure)
            {
                failures.Add($"{vector.Id}: {failure}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Equal(s_schemasOfOthers.Order(StringComparer.Ordinal), checkedSchemas.Order(StringComparer.Ordinal));
    }

    private static readonly string[] s_schemasOfOthers =
    [
        "general/exificient/W3C/EXIbyExample/XMLSample.xsd",
        "general/exificient/general/attributes.xsd",
        "general/exificient/general/datatypeInteger.xsd",
        "general/exificient/general/pi1.xsd",
        "general/exificient/general/simpleContent.xsd",
        "general/exificient/schema/any.xsd",
        "general/exificient/schema/attributeGroup1.xsd",
        "general/exificient/schema/choice.xsd",
        "general/exificient/schema/enumeration.xsd",
        "general/exificient/schema/group1.xsd",
        "general/exificient/schema/group2.xsd",
        "general/exificient/schema/group3.xsd",
        "general/exificient/schema/list.xsd",
        "general/exificient/schema/mixed.xsd",
        "general/exificient/schema/occurrences1.xsd",
        "general/exificient/schema/sequence.xsd",
        "general/exificient/schema/unsignedInteger.xsd",
        "general/w3c/data/interop/datatypes/binary/binary.xsd",
        "general/w3c/data/interop/datatypes/datetime/dateTime.xsd",
        "general/w3c/data/interop/datatypes/decimal/decimal.xsd",
        "general/w3c/data/interop/datatypes/enumeration/enumeration.xsd",
        "general/w3c/data/interop/datatypes/float/float.xsd",
        "general/w3c/data/interop/datatypes/integer/integer.xsd",
        "general/w3c/data/interop/datatypes/list/list.xsd",
        "general/w3c/data/interop/datatypes/nbitInteger/nbitInteger.xsd",
        "general/w3c/data/interop/datatypes/rcs/xmlschema/DataTypes_w3c.xml.patterns.xsd",
        "general/w3c/data/interop/datatypes/rcs/xmlschema/ElemDecl.testSet.patterns.xsd",
        "general/w3c/data/interop/datatypes/rcs/xmlschema/SType.testSet.patterns.xsd",
        "general/w3c/data/interop/datatypes/unsignedInteger/unsignedInteger.xsd",
    ];

    /// <summary>
    /// Vectors whose document breaks its schema, has an element without characters, which a codec writes as empty characters,
    /// or a float whose mantissa EXI does not have.
    /// </summary>
    private static readonly string[] s_leftOut = ["-invalid-0", "/base64-valid-02.", "/float-valid-08."];

    private static string? Check(ExiCodec codec, Vector vector)
    {
        var octets = Convert.FromHexString(vector.ExiHex!);
        if (!codec.TryDecodeToXml(octets, vector.IsFragment, out var xml, out var error))
        {
            return $"decode: {error}";
        }

        if (Infoset.Difference(WithoutHints(vector.Xml!), xml) is { } difference)
        {
            return difference;
        }

        return !codec.TryEncodeFromXml(xml, vector.IsFragment, ExiStringTableMode.Hits, out var again, out error) ? $"encode: {error}"
            : again.AsSpan().SequenceEqual(octets) ? null
            : $"encode: expected {vector.ExiHex}, got {Convert.ToHexString(again)}";
    }

    /// <summary>Leaves out where a document says its schema is, which is not coded.</summary>
    private static string WithoutHints(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        document.Root!.Attributes().Where(attribute => attribute.Name == instance + "schemaLocation" || attribute.Name == instance + "noNamespaceSchemaLocation").Remove();
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private SchemaImport Depot()
    {
        _folder.Write("units.xsd", DepotSchema.Units);
        return SchemaImport.Of(_folder.Write("depot.xsd", DepotSchema.Document), "Depots");
    }
}
