extern alias generator;

using generator::PairSettle.Exi.Generator;
using generator::PairSettle.Exi.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>Compiles written types in memory, with the generator, and holds their grammars against those of the schema.</summary>
internal static class ImportProof
{
    private static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>Compiles files together with what the generator makes of them.</summary>
    /// <returns>The compilation, and what the generator and the compiler have against it, warnings included.</returns>
    public static (Compilation Compilation, IReadOnlyList<Diagnostic> Complaints) Compile(IEnumerable<SourceFile> files)
    {
        var compilation = CSharpCompilation.Create(
            "Imported",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, s_parsing, file.Name)),
            CompiledAssembly.Platform,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
        CSharpGeneratorDriver.Create([new ExiGenerator().AsSourceGenerator()], parseOptions: s_parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out var refused);

        // What the compiler says where the generator has given up only follows from that.
        var complaints = refused.IsEmpty ? whole.GetDiagnostics() : refused;
        return (whole, complaints.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList());
    }

    /// <summary>Proves that files code as a schema does.</summary>
    /// <param name="files">The files.</param>
    /// <param name="target">The schema's namespace.</param>
    /// <param name="document">The listing of the schema's grammars.</param>
    /// <returns>The comparison, or null where the files do not compile; and every error.</returns>
    public static (GrammarComparison? Comparison, IReadOnlyList<ImportError> Errors) Prove(
        IEnumerable<SourceFile> files, string target, IReadOnlyList<string> document)
    {
        var (compilation, complaints) = Compile(files);
        if (complaints.Count > 0)
        {
            return (null, complaints.Select(complaint => new ImportError(
                ImportFault.GeneratorRefuses,
                Path.GetFileName(complaint.Location.GetLineSpan().Path is { Length: > 0 } path ? path : target),
                $"{complaint.Id} {complaint.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")).Distinct().ToList());
        }

        var comparison = GrammarComparison.Of(CompiledSchemas.List(compilation.Assembly)[target], document);
        return (comparison, comparison.Differences.Select(difference => new ImportError(ImportFault.GrammarDiffers, target, difference)).ToList());
    }
}
