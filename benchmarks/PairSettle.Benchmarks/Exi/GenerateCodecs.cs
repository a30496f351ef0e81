using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PairSettle.Exi;
using PairSettle.Exi.Generator;

namespace PairSettle.Benchmarks.Exi;

/// <summary>What the generator adds to a compilation of the message sets: all at once, and after edits.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class GenerateCodecs
{
    private static readonly CSharpParseOptions s_options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _warm = null!;

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(RepositoryRoot(), "src", "PairSettle.Iso15118");
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_options, file));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PairSettle.", StringComparison.Ordinal))
            .Append(typeof(ExiBytes).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "Sources",
            trees.Append(CSharpSyntaxTree.ParseText("global using System;\nglobal using System.Collections.Generic;\nglobal using System.Linq;\n", s_options)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Unrelated;", s_options));
        _warm = Driver().RunGenerators(_compilation);
        if (_warm.GetRunResult().GeneratedTrees.Length < 100)
        {
            throw new InvalidOperationException("the message sets were not found");
        }
    }

    /// <summary>From nothing, as a build on the command line does it.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver FirstRun() => Driver().RunGenerators(_compilation);

    /// <summary>As an editor does it after a key stroke elsewhere.</summary>
    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => _warm.RunGenerators(_edited);

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ExiGenerator().AsSourceGenerator()], parseOptions: s_options);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PairSettle.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the benchmarks run inside the repository");
    }
}
