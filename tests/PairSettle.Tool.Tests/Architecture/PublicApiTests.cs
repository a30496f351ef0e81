using System.Reflection;

namespace PairSettle.Tool.Tests.Architecture;

/// <summary>
/// The public surface of every package against the text that is kept of it, so that nobody changes it without seeing what users will see.
/// With PAIRSETTLE_ACCEPT_API=1 the tests write what they find; the change is then read in the review.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string[] Names =
    [
        "PairSettle.Exi", "PairSettle.Iso15118", "PairSettle.Credentials", "PairSettle.Credentials.BouncyCastle", "PairSettle.Hal", "PairSettle.Records",
        "PairSettle.Testing",
    ];

    public static TheoryData<string> Packages() => new(Names);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Surface_EachPackage_IsTheOneThatIsKept(string package)
    {
        var found = PublicApi.Describe(Assembly.Load(package));
        var path = Repository.PathOf("tests", "vectors", "api", package + ".txt");
        if (Environment.GetEnvironmentVariable("PAIRSETTLE_ACCEPT_API") == "1")
        {
            File.WriteAllLines(path, found);
            return;
        }

        var kept = File.ReadAllLines(path);
        var changes = kept.Except(found).Select(static line => "- " + line).Concat(found.Except(kept).Select(static line => "+ " + line)).ToArray();
        Assert.True(
            kept.SequenceEqual(found),
            $"the public API of {package} changed; accept it with PAIRSETTLE_ACCEPT_API=1:\n{string.Join('\n', changes)}");
    }

    [Fact]
    public void Classes_EachPackage_AreSealedUnlessAnotherDerivesFromThem()
    {
        var visible = Names.SelectMany(static package => PublicApi.VisibleTypes(Assembly.Load(package))).ToArray();
        var parents = visible.Select(static type => type.BaseType).ToHashSet();
        var open = visible.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type));

        Assert.Empty(open.Select(static type => type.FullName));
    }
}
