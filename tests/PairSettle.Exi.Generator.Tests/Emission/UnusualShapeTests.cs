using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Planning;

namespace PairSettle.Exi.Generator.Tests.Emission;

/// <summary>Types that schemas of others lead to: their code compiles without a warning.</summary>
public class UnusualShapeTests
{
    private const string Schema = """
        namespace T;

        [ExiSchema("urn:t")]
        public static partial class Schema;

        """;

    [Fact]
    public void Emit_RootBelowRoot_HidesItsMembersOnPurpose()
    {
        var emitted = Emit("""
            [ExiType("A", "urn:t")]
            [ExiGlobalElement("a", "urn:t", Root = true)]
            public partial record A
            {
                [ExiElement]
                public required byte First { get; init; }
            }

            [ExiType("B", "urn:t")]
            public abstract partial record B : A;

            [ExiType("C", "urn:t")]
            [ExiGlobalElement("c", "urn:t", SubstitutionGroup = "a", Root = true)]
            public sealed partial record C : B
            {
                [ExiElement]
                public required byte Second { get; init; }
            }
            """);

        Assert.Contains("public new byte[] ToExi()", emitted["T.C.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_GroupInGroupOfTheSameName_TellsTheirVariablesApart()
    {
        var emitted = Emit("""
            [ExiType("A", "urn:t")]
            public sealed partial record A
            {
                [ExiGroup(MinOccurs = 0)]
                public ExiList<Outer> Part { get; init; }
            }

            [ExiModelGroup(ExiCompositor.Choice, "urn:t")]
            public sealed partial record Outer
            {
                [ExiGroup]
                public Inner? Part { get; init; }

                [ExiElement]
                public bool? Other { get; init; }
            }

            [ExiModelGroup(ExiCompositor.Sequence, "urn:t")]
            public sealed partial record Inner
            {
                [ExiElement]
                public required string First { get; init; }

                [ExiElement]
                public string? Part { get; init; }
            }
            """);

        Assert.Contains("partValue.Part is { } partValue_", emitted["T.A.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LengthWithoutUpperBound_HasNone()
    {
        var model = GeneratorHarness.Run(GeneratorHarness.Usings + Schema + """
            [ExiType("A", "urn:t")]
            public sealed partial record A
            {
                [ExiElement]
                [ExiLength(2, int.MaxValue)]
                public required string Text { get; init; }
            }
            """).Model();

        var text = Assert.Single(ContentPlan.LeavesOf(model.Types[0].Content)).Member.Simple!;
        Assert.Equal(2, text.MinLength);
        Assert.Null(text.MaxLength);
    }

    private static Dictionary<string, string> Emit(string types)
    {
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(
            GeneratorHarness.Compile(GeneratorHarness.Usings + Schema + types), out var whole, out var refused);
        var complaints = refused.Concat(whole.GetDiagnostics()).Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal([], complaints.Select(complaint => complaint.ToString()));
        return whole.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString(), StringComparer.Ordinal);
    }
}
