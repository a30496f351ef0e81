extern alias generator;

using generator::PairSettle.Exi.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PairSettle.Tool.Schemas;

/// <summary>The schemas of an assembly whose annotated types have been compiled, read from its metadata.</summary>
internal static class CompiledAssembly
{
    /// <summary>What compiled types may refer to: the framework and this tool's libraries.</summary>
    public static IReadOnlyList<MetadataReference> Platform { get; } =
        PlatformFiles.Select(file => (MetadataReference)MetadataReference.CreateFromFile(file)).ToList();

    private static string[] PlatformFiles => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>Lists the grammars of every schema that an assembly declares, by target namespace.</summary>
    /// <exception cref="InvalidDataException">The file is no managed assembly.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> List(string path)
    {
        var subject = MetadataReference.CreateFromFile(path);
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: References(path).Append(subject),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
        return compilation.GetAssemblyOrModuleSymbol(subject) is IAssemblySymbol { Identity.Name.Length: > 0 } assembly
            ? CompiledSchemas.List(assembly)
            : throw new InvalidDataException($"{path}: no managed assembly");
    }

    /// <summary>What the types of an assembly may refer to: the framework, this tool's libraries, and what lies beside the assembly.</summary>
    private static IEnumerable<MetadataReference> References(string path)
    {
        var own = Path.GetFileName(path);
        var platform = PlatformFiles;
        var known = platform.Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var beside = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*.dll").Where(file => !known.Contains(Path.GetFileName(file)));
        return platform.Concat(beside)
            .Where(file => !string.Equals(Path.GetFileName(file), own, StringComparison.OrdinalIgnoreCase))
            .Select(file => MetadataReference.CreateFromFile(file));
    }
}
