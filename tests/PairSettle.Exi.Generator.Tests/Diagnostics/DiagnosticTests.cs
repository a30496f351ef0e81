using System.Text.RegularExpressions;
using PairSettle.Exi.Generator.Diagnostics;

namespace PairSettle.Exi.Generator.Tests.Diagnostics;

public partial class DiagnosticTests
{
    [Theory]
    [InlineData("PSEXI001", "[ExiType(\"T\", \"u\")] public sealed record T;")]
    [InlineData("PSEXI001", "[ExiSchema(\"u\")] public static class S;")]
    [InlineData("PSEXI002", "public partial class Outer { [ExiType(\"T\", \"u\")] public sealed partial record T; }")]
    [InlineData("PSEXI002", "[ExiType(\"T\", \"u\")] public sealed partial record T<X>;")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public double Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public ExiList<object> Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiAttribute] public ExiList<string> Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiAny(ExiWildcardScope.Any)] public string? Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public ExiList<ExiList<int>> Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiItems] public int Value { get; init; } }")]
    [InlineData("PSEXI003", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiItems] public ExiList<T> Value { get; init; } }")]
    [InlineData("PSEXI004", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiAttribute] public uint Value { get; init; } }")]
    [InlineData("PSEXI005", "[ExiType(\"T\", \"u\", Compositor = ExiCompositor.Choice)] public sealed partial record T { [ExiElement] public uint Value { get; init; } }")]
    [InlineData("PSEXI005", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiChoice(\"c\")] public uint Value { get; init; } }")]
    [InlineData("PSEXI006", "public enum E { A = 1, B } [ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public E Value { get; init; } }")]
    [InlineData("PSEXI006", "public enum E { A, B = 0 } [ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public E Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiRange(5, 4)] public uint Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiRange(0, 256)] public byte Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiRange(0, 5)] public string? Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiLength(5, 4)] public string? Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiLength(0, 4)] public uint Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement(MinOccurs = 3, MaxOccurs = 2)] public ExiList<uint> Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiRange(\"0\", \"1x\")] public ulong Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiRange(null, \"18446744073709551616\")] public ulong Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiCharacters(\"\")] public string? Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiCharacters(\"ab\")] public uint Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiItems(3, 2)] public ExiList<uint> Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiDateTimeKind(ExiDateTimeKind.Date)] public uint Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement, ExiIdentifier] public string? Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiAttribute, ExiIdentifier] public uint Value { get; init; } }")]
    [InlineData("PSEXI007", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiAttribute, ExiIdentifier, ExiCharacters(\"ab\")] public string? Value { get; init; } }")]
    [InlineData("PSEXI008", "[ExiType(\"T\", \"u\"), ExiGlobalElement(\"t\", \"u\", SubstitutionGroup = \"none\")] public sealed partial record T;")]
    [InlineData("PSEXI008", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement(Reference = true)] public T? Value { get; init; } }")]
    [InlineData("PSEXI009", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement(\"a\")] public uint? First { get; init; } [ExiElement(\"a\")] public uint Second { get; init; } }")]
    [InlineData("PSEXI009", "[ExiModelGroup(ExiCompositor.Sequence, \"u\")] public sealed partial record G { [ExiElement] public uint A { get; init; } } [ExiType(\"T\", \"u\")] public sealed partial record T { [ExiGroup(MaxOccurs = 3)] public ExiList<G> Value { get; init; } }")]
    [InlineData("PSEXI010", "[ExiType(\"T\", \"u\"), ExiGlobalElement(\"t\", \"u\")] public sealed partial record T; [ExiType(\"U\", \"u\"), ExiGlobalElement(\"t\", \"u\")] public sealed partial record U;")]
    [InlineData("PSEXI011", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiText] public string? Text { get; init; } [ExiElement] public uint Value { get; init; } }")]
    [InlineData("PSEXI012", "[ExiType(\"T\", \"u\"), ExiGlobalElement(\"t\", \"u\", Root = true)] public sealed partial record T;")]
    [InlineData("PSEXI013", "[ExiType(\"H\", \"u\"), ExiGlobalElement(\"h\", \"u\", Abstract = true)] public abstract partial record H; [ExiType(\"M\", \"u\"), ExiGlobalElement(\"a\", \"u\", SubstitutionGroup = \"h\"), ExiGlobalElement(\"b\", \"u\", SubstitutionGroup = \"h\")] public sealed partial record M : H; [ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement(\"h\", Reference = true)] public H? Value { get; init; } }")]
    [InlineData("PSEXI014", "[ExiType(\"T\", \"u\")] public sealed partial record T(uint Value);")]
    [InlineData("PSEXI014", "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public uint Value => 1; }")]
    [InlineData("PSEXI015", "[ExiSchema(\"a\", \"u\")] public static partial class A; [ExiSchema(\"u\")] public static partial class U; [ExiType(\"H\", \"u\"), ExiGlobalElement(\"h\", \"u\", Abstract = true)] public abstract partial record H; [ExiType(\"M\", \"a\"), ExiGlobalElement(\"m\", \"a\", SubstitutionGroup = \"h\", SubstitutionGroupNamespace = \"u\")] public sealed partial record M : H; [ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement(\"h\", Reference = true)] public H? Value { get; init; } }")]
    public void Run_InvalidDeclaration_IsReported(string id, string source) => Assert.Equal([id], GeneratorHarness.Report(source).Distinct());

    [Fact]
    public void Descriptors_All_AreDocumentedReleasedAndTested()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/concepts/exi-diagnostics.md"));
        var releases = File.ReadAllText(Repository.PathOf("src/PairSettle.Exi.Generator/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Repository.PathOf("src/PairSettle.Exi.Generator/AnalyzerReleases.Shipped.md"));
        var tested = File.ReadAllText(Repository.PathOf("tests/PairSettle.Exi.Generator.Tests/Diagnostics/DiagnosticTests.cs"));

        Assert.All(DiagnosticDescriptors.ById, entry =>
        {
            Assert.Contains($"## {entry.Key}", page, StringComparison.Ordinal);
            Assert.Contains(entry.Key, releases, StringComparison.Ordinal);
            Assert.Contains($"InlineData(\"{entry.Key}\"", tested, StringComparison.Ordinal);
            Assert.Matches(IdPattern(), entry.Key);
        });
    }

    [Fact]
    public void Run_ValidDeclaration_ReportsNothing() => Assert.Empty(GeneratorHarness.Report(
        "[ExiType(\"T\", \"u\")] public sealed partial record T { [ExiElement] public uint Value { get; init; } }"));

    [GeneratedRegex(@"^PSEXI\d{3}$")]
    private static partial Regex IdPattern();
}
