using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PairSettle.Exi.Generator.Tests.Incrementality;

public class IncrementalityTests
{
    private const string Source = """
        [assembly: ExiNamespace("urn:t", Prefix = "t")]

        [ExiSchema("urn:t")]
        public static partial class Schema;

        public enum Kind { A, B }

        [ExiType("root", "urn:t")]
        [ExiGlobalElement("root", "urn:t", Root = true)]
        public sealed partial record Root
        {
            [ExiElement]
            public required Part Part { get; init; }

            [ExiGroup]
            public Pair? Pair { get; init; }
        }

        [ExiType("Part", "urn:t")]
        public sealed partial record Part
        {
            [ExiElement]
            public required Kind Kind { get; init; }
        }

        [ExiModelGroup(ExiCompositor.Sequence, "urn:t")]
        public sealed partial record Pair
        {
            [ExiElement]
            public required uint Left { get; init; }
        }
        """;

    [Theory]
    [InlineData("public class Unrelated { }")]
    [InlineData("namespace Elsewhere { public record Other(int Number); }")]
    public void Run_AfterUnrelatedEdit_TakesEveryStepFromTheCache(string addition)
    {
        var (first, second) = Edit(compilation => compilation.AddSyntaxTrees(Parse(addition)));

        Assert.Equal(Sources(first), Sources(second));
        AssertCached(second);
    }

    [Fact]
    public void Run_AfterLinesMoved_EmitsNothingAnew()
    {
        var (_, second) = Edit(compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], Parse(GeneratorHarness.Usings + "// One more line.\n\n" + Source)));

        // Only what reports at places runs again.
        AssertCached(second, reports: 1);
    }

    [Fact]
    public void Run_AfterChangeOfOneType_EmitsOnlyThatTypeAnew()
    {
        var (_, second) = Edit(compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], Parse(GeneratorHarness.Usings + Source.Replace("required Kind Kind", "required Kind Other", StringComparison.Ordinal))));

        var reasons = second.TrackedSteps[TrackingNames.TypePlans].SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
        Assert.Single(reasons, reason => reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached);
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) Edit(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var compilation = GeneratorHarness.Compile(GeneratorHarness.Usings + Source);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation);
        var first = driver.GetRunResult().Results.Single();
        Assert.Empty(first.Diagnostics);
        var second = driver.RunGenerators(edit(compilation)).GetRunResult().Results.Single();
        return (first, second);
    }

    private static void AssertCached(GeneratorRunResult result, int reports = 0)
    {
        foreach (var name in TrackingNames.All)
        {
            Assert.True(result.TrackedSteps.ContainsKey(name), $"{name} did not run");
            Assert.All(result.TrackedSteps[name].SelectMany(step => step.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {output.Reason}"));
        }

        Assert.Equal(
            reports,
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
                .Count(output => output.Reason != IncrementalStepRunReason.Cached));
    }

    private static string[] Sources(GeneratorRunResult result) => result.GeneratedSources.Select(source => source.SourceText.ToString()).ToArray();

    private static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));
}
