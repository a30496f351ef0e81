using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PairSettle.Exi.Generator.Planning;

namespace PairSettle.Exi.Generator.Tests;

/// <summary>Runs the generator over sources in memory.</summary>
internal static class GeneratorHarness
{
    private static readonly CSharpParseOptions s_options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private static readonly IReadOnlyList<MetadataReference> s_references =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("PairSettle.", StringComparison.Ordinal))
        .Append(typeof(ExiBytes).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();

    /// <summary>What every source in the tests begins with.</summary>
    public const string Usings = "using PairSettle.Exi;\n";

    /// <summary>The namespaces that project files import.</summary>
    private const string GlobalUsings = "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\n";

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Sources",
        sources.Append(GlobalUsings).Select(source => CSharpSyntaxTree.ParseText(source, s_options)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ExiGenerator().AsSourceGenerator()],
        parseOptions: s_options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorRunResult Run(params string[] sources) =>
        Driver().RunGenerators(Compile(sources)).GetRunResult().Results.Single();

    /// <summary>The ids of what the generator reports.</summary>
    public static IReadOnlyList<string> Report(string source) =>
        Run(Usings + source).Diagnostics.Select(diagnostic => diagnostic.Id).ToList();

    public static CodecModel Model(this GeneratorRunResult result) =>
        (CodecModel)result.TrackedSteps[TrackingNames.Model].Single().Outputs.Single().Value;
}
