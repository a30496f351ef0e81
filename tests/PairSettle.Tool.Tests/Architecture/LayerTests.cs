using System.Collections.Immutable;
using System.Xml.Linq;

namespace PairSettle.Tool.Tests.Architecture;

/// <summary>
/// The layers of the architecture: Exi, Credentials and Hal know nothing of each other; Iso15118 stands on the first two, Records on all
/// three, Testing on everything, the tool on top; the adapter of BouncyCastle stands on Credentials alone. Whoever needs another arrow or package changes this table, and says why in docs/decisions.
/// </summary>
public class LayerTests
{
    private static readonly ImmutableSortedDictionary<string, Layer> Layers = new Dictionary<string, Layer>
    {
        // Not used by the library: its package carries the generator.
        ["PairSettle.Exi"] = new(["PairSettle.Exi.Generator"], []),
        ["PairSettle.Exi.Generator"] = new([], ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"]),
        ["PairSettle.Credentials"] = new([], []),
        ["PairSettle.Credentials.BouncyCastle"] = new(["PairSettle.Credentials"], ["BouncyCastle.Cryptography"]),
        ["PairSettle.Hal"] = new([], ["Microsoft.Extensions.Logging.Abstractions"]),
        ["PairSettle.Iso15118"] = new(
            ["PairSettle.Exi", "PairSettle.Exi.Generator", "PairSettle.Credentials"], ["Microsoft.Extensions.Logging.Abstractions"]),
        ["PairSettle.Records"] = new(
            ["PairSettle.Iso15118", "PairSettle.Credentials", "PairSettle.Hal"],
            ["Microsoft.Extensions.Logging.Abstractions"]),
        ["PairSettle.Testing"] = new(
            ["PairSettle.Exi", "PairSettle.Iso15118", "PairSettle.Credentials", "PairSettle.Hal", "PairSettle.Records"], []),
        ["PairSettle.Tool"] = new(
            [
                "PairSettle.Exi", "PairSettle.Exi.Generator", "PairSettle.Iso15118", "PairSettle.Credentials", "PairSettle.Credentials.BouncyCastle",
                "PairSettle.Hal", "PairSettle.Records", "PairSettle.Testing",
            ],
            ["System.CommandLine", "Microsoft.CodeAnalysis.CSharp"]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> ProjectNames() => new(Layers.Keys);

    [Fact]
    public void Projects_UnderSrc_AreThoseOfTheArchitecture() =>
        Assert.Equal(Layers.Keys, ProjectFiles("src").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Layers_Table_HasNoCycle()
    {
        // Kahn's way: take away what stands on nothing that is left, until nothing is left.
        var left = Layers.ToDictionary();
        while (left.FirstOrDefault(l => !l.Value.Projects.Any(left.ContainsKey)) is { Key: not null } lowest)
        {
            left.Remove(lowest.Key);
        }

        Assert.Empty(left.Keys);
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void ProjectReferences_EachLibrary_PointDownwardsOnly(string name)
    {
        // A reference without its assembly is no arrow: the Exi project packs the generator and does not use it.
        var referenced = Load(name).Descendants("ProjectReference")
            .Where(r => r.Attribute("ReferenceOutputAssembly")?.Value != "false" || r.Attribute("OutputItemType")?.Value == "Analyzer")
            .Select(r => ProjectName(r.Attribute("Include")!.Value));

        Assert.Empty(referenced.Except(Layers[name].Projects));
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void PackageReferences_EachLibrary_AreOnItsList(string name) =>
        Assert.Empty(References(Load(name), "PackageReference").Except(Layers[name].Packages));

    [Fact]
    public void PackageReferences_ForAllLibraries_AreTheAnalyzerOfBannedSymbolsOnly() => Assert.Equal(
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        References(XDocument.Load(Repository.PathOf("src", "Directory.Build.props")), "PackageReference")
            .Concat(References(XDocument.Load(Repository.PathOf("Directory.Build.props")), "PackageReference")));

    [Fact]
    public void Generator_WhereALibraryRefersToIt_IsAnAnalyzerOrPackedAndNoLibrary()
    {
        // The tool alone runs it, over assemblies that are compiled already.
        var references = Layers.Keys.Where(name => name != "PairSettle.Tool")
            .SelectMany(name => Load(name).Descendants("ProjectReference"))
            .Where(r => ProjectName(r.Attribute("Include")!.Value) == "PairSettle.Exi.Generator");

        Assert.All(references, r =>
        {
            Assert.Contains(r.Attribute("OutputItemType")?.Value, new[] { "Analyzer", "GeneratorAssembly" });
            Assert.Equal("false", r.Attribute("ReferenceOutputAssembly")?.Value);
        });
    }

    [Fact]
    public void PackageReferences_AnyProject_LeaveTheVersionToTheCentralFile()
    {
        foreach (var file in new[] { "src", "tests", "samples", "benchmarks" }.SelectMany(ProjectFiles))
        {
            var versions = XDocument.Load(file).Descendants("PackageReference")
                .Where(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null);
            Assert.True(!versions.Any(), $"{file} names a version");
        }
    }

    private static XDocument Load(string name) => XDocument.Load(Repository.PathOf("src", name, name + ".csproj"));

    private static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Select(r => r.Attribute("Include")!.Value);

    private static string ProjectName(string include) => Path.GetFileNameWithoutExtension(include.Replace('\\', '/'));

    private static IEnumerable<string> ProjectFiles(string folder) =>
        Directory.EnumerateDirectories(Repository.PathOf(folder)).SelectMany(d => Directory.EnumerateFiles(d, "*.csproj"));

    private sealed record Layer(ImmutableArray<string> Projects, ImmutableArray<string> Packages);
}
