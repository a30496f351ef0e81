using PairSettle.Exi.Generator.Tests.Diagnostics;

namespace PairSettle.Exi.Generator.Tests.Emission;

/// <summary>
/// The emitted code of a few small types, kept as text and reviewed as code. To take over a change on purpose, set
/// <see cref="Update"/> and run once.
/// </summary>
public class BaselineTests
{
    private const bool Update = false;

    [Fact]
    public void Update_Always_IsOff() => Assert.False(Update);

    [Theory]
    [InlineData("Sequence", """
        [ExiSchema("urn:t")]
        public static partial class Schema;

        public enum Kind { A, B, C }

        [ExiType("root", "urn:t")]
        [ExiGlobalElement("root", "urn:t", Root = true)]
        public sealed partial record Root
        {
            [ExiAttribute]
            public string? Id { get; init; }

            [ExiElement]
            public required Kind Kind { get; init; }

            [ExiElement]
            [ExiRange(-3, 3)]
            public sbyte? Multiplier { get; init; }

            [ExiElement(MaxOccurs = 20)]
            [ExiLength(0, 8)]
            public required ExiList<string> Name { get; init; }
        }
        """)]
    [InlineData("Choice", """
        [ExiType("Value", "urn:t", Compositor = ExiCompositor.Choice)]
        public sealed partial record Value
        {
            [ExiElement]
            public bool? Truth { get; init; }

            [ExiElement]
            public short? Number { get; init; }

            [ExiElement]
            public Point? Point { get; init; }
        }

        [ExiType("Point", "urn:t")]
        public readonly partial record struct Point
        {
            [ExiElement]
            public required byte X { get; init; }

            [ExiElement]
            public required byte Y { get; init; }
        }
        """)]
    [InlineData("Substitution", """
        [ExiType("Head", "urn:t")]
        [ExiGlobalElement("head", "urn:t", Abstract = true)]
        public abstract partial record Head;

        [ExiType("A", "urn:t")]
        [ExiGlobalElement("a", "urn:t", SubstitutionGroup = "head")]
        public sealed partial record A : Head
        {
            [ExiText]
            public required string Text { get; init; }

            [ExiAttribute]
            public string? Lang { get; init; }
        }

        [ExiType("Body", "urn:t")]
        public sealed partial record Body
        {
            [ExiElement("head", Reference = true)]
            public Head? Head { get; init; }
        }
        """)]
    [InlineData("Messages", """
        [ExiSchema("urn:a", "urn:shared")]
        public static partial class SchemaA;

        [ExiSchema("urn:b", "urn:shared")]
        public static partial class SchemaB;

        [ExiType("Message", "urn:shared")]
        public abstract partial record Message
        {
            [ExiElement]
            public required byte Number { get; init; }
        }

        [ExiType("Mode", "urn:shared")]
        [ExiGlobalElement("mode", "urn:shared")]
        public abstract partial record Mode;

        [ExiType("ModeA", "urn:a")]
        [ExiGlobalElement("modeA", "urn:a", SubstitutionGroup = "mode", SubstitutionGroupNamespace = "urn:shared")]
        public sealed partial record ModeA : Mode;

        [ExiType("ModeB", "urn:b")]
        [ExiGlobalElement("modeB", "urn:b", SubstitutionGroup = "mode", SubstitutionGroupNamespace = "urn:shared")]
        public sealed partial record ModeB : Mode;

        [ExiType("Ask", "urn:a")]
        [ExiGlobalElement("ask", "urn:a", Root = true)]
        public sealed partial record Ask : Message
        {
            [ExiElement("mode", Reference = true, Namespace = "urn:shared")]
            public required Mode Mode { get; init; }
        }

        [ExiType("Answer", "urn:a")]
        [ExiGlobalElement("answer", "urn:a", Root = true)]
        public sealed partial record Answer : Message;
        """)]
    [InlineData("Mixed", """
        [ExiSchema("urn:t")]
        public static partial class Schema;

        [ExiType("note", "urn:t", Mixed = true)]
        [ExiGlobalElement("note", "urn:t", Root = true)]
        public sealed partial record Note
        {
            [ExiElement]
            public string? Key { get; init; }

            [ExiAny(ExiWildcardScope.Other)]
            public ExiList<ExiAnyElement> Any { get; init; }

            [ExiMixed]
            public ExiList<ExiMixedText> Text { get; init; }

            [ExiAttribute]
            public string? Lang { get; init; }
        }
        """)]
    [InlineData("Datatypes", """
        [ExiType("Reading", "urn:t")]
        public sealed partial record Reading
        {
            [ExiText]
            [ExiItems(0, 9)]
            [ExiRange(-2, 5)]
            public required ExiList<int> Values { get; init; }

            [ExiAttribute]
            public ExiDecimal? Price { get; init; }

            [ExiAttribute]
            [ExiDateTimeKind(ExiDateTimeKind.GYear)]
            public ExiDateTime Since { get; init; }
        }

        [ExiType("Meter", "urn:t")]
        public sealed partial record Meter
        {
            [ExiElement]
            [ExiCharacters("0123456789")]
            [ExiLength(1, 10)]
            public required string Serial { get; init; }

            [ExiElement]
            [ExiRange("0", null)]
            public required ExiList<System.Numerics.BigInteger> Count { get; init; }
        }
        """)]
    public void Run_SmallTypes_EmitsTheBaseline(string name, string source)
    {
        var result = GeneratorHarness.Run(GeneratorHarness.Usings + source);
        Assert.Empty(result.Diagnostics);
        var folder = Repository.PathOf("tests/PairSettle.Exi.Generator.Tests/Baselines", name);
        var emitted = result.GeneratedSources.ToDictionary(file => file.HintName + ".txt", file => file.SourceText.ToString(), StringComparer.Ordinal);
        if (Update)
        {
#pragma warning disable CS0162 // The switch is off unless a baseline is being taken over.
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in emitted)
            {
                File.WriteAllText(Path.Combine(folder, file), text);
            }
#pragma warning restore CS0162
        }

        Assert.Equal(
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            emitted.Keys.Order(StringComparer.Ordinal));
        Assert.All(emitted, file => Assert.Equal(File.ReadAllText(Path.Combine(folder, file.Key)), file.Value));
    }

    [Fact]
    public void Run_AnySource_EmitsCodeThatCompiles()
    {
        var samples = Directory.GetFiles(Repository.PathOf("tests/PairSettle.Exi.Generator.Tests/Samples"), "*.cs")
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();

        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile(samples), out var compilation, out var reported);

        Assert.Empty(reported);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
    }
}
