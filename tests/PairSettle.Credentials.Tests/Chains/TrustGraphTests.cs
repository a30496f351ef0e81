using System.Collections.Immutable;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>
/// The path building cases of Netflix's BetterTLS (github.com/Netflix/bettertls, e1e99e3) with certificates of our own: its four graphs, two of
/// them from RFC 4158, which of their certificates are wrong, each in six ways, and whether a path is left. Of its 81 cases the first nine ask
/// in advance what others ask again, so that 72 are different.
/// </summary>
public sealed class TrustGraphTests
{
    private static readonly ImmutableArray<(string, string)> Linear = Graph("ICA>EE", "Anchor>ICA");
    private static readonly ImmutableArray<(string, string)> TwoRoots = Graph("ICA>EE", "Root1>ICA", "Root2>ICA");

    // RFC 4158, figure 7: two authorities certify each other.
    private static readonly ImmutableArray<(string, string)> Mesh = Graph("B>EE", "C>B", "A>B", "C>A", "A>C", "Anchor>C", "Anchor>A");

    // RFC 4158, figure 9: four hierarchies that a bridge joins.
    private static readonly ImmutableArray<(string, string)> Bridge = Graph(
        "F>H", "F>G", "G>F", "H>I", "I>H", "G>I", "W>F", "W>G",
        "J>K", "N>EE", "L>N", "L>M", "X>J", "X>L",
        "B>E", "B>D", "A>B", "C>B", "A>C", "C>A", "Y>A", "Y>C",
        "R>S", "O>R", "O>Q", "P>S", "Z>O", "Z>P",
        "W>Bridge", "Bridge>W", "X>Bridge", "Bridge>X", "Y>Bridge", "Bridge>Y", "Z>Bridge", "Bridge>Z");

    private static readonly Dictionary<string, (ImmutableArray<(string, string)> Graph, string Anchor, string Leaf, string[] Broken, bool Holds)> Sound = new()
    {
        ["linear"] = (Linear, "Anchor", "EE", [], true),
        ["two roots, the first"] = (TwoRoots, "Root1", "EE", [], true),
        ["two roots, the second"] = (TwoRoots, "Root2", "EE", [], true),
        ["mesh"] = (Mesh, "Anchor", "EE", [], true),
        ["bridge, in two ways"] = (Bridge, "Z", "D", [], true),
        ["bridge"] = (Bridge, "Z", "EE", [], true),
    };

    private static readonly Dictionary<string, (ImmutableArray<(string, string)> Graph, string Anchor, string Leaf, string[] Broken, bool Holds)> Damaged = new()
    {
        ["linear, its only authority"] = (Linear, "Anchor", "EE", ["Anchor>ICA"], false),
        ["linear, above the anchor"] = (Linear, "ICA", "EE", ["Anchor>ICA"], true),
        ["two roots, under the other one (1)"] = (TwoRoots, "Root1", "EE", ["Root2>ICA"], true),
        ["two roots, under the other one (2)"] = (TwoRoots, "Root2", "EE", ["Root1>ICA"], true),
        ["two roots, under this one (1)"] = (TwoRoots, "Root1", "EE", ["Root1>ICA"], false),
        ["two roots, under this one (2)"] = (TwoRoots, "Root2", "EE", ["Root2>ICA"], false),
        ["mesh, round by A and C"] = (Mesh, "Anchor", "EE", ["Anchor>C", "A>B"], true),
        ["mesh, round by C and A"] = (Mesh, "Anchor", "EE", ["Anchor>A", "C>B"], true),
        ["bridge, off the path"] = (Bridge, "Z", "EE", ["X>Bridge"], true),
        ["bridge, behind it"] = (Bridge, "Z", "EE", ["Bridge>X"], false),
        ["bridge, before it"] = (Bridge, "Z", "EE", ["Z>Bridge"], false),
    };

    public static TheoryData<string> SoundNames => [.. Sound.Keys];

    public static TheoryData<string, string> DamagedNames
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Damaged.Keys)
            {
                foreach (var defect in Enum.GetNames<TrustGraph.Defect>())
                {
                    data.Add(name, defect);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SoundNames))]
    public void Verify_SoundGraph_FindsAPath(string name) => Check(Sound[name], default);

    [Theory]
    [MemberData(nameof(DamagedNames))]
    public void Verify_DamagedGraph_FindsAPathExactlyWhereOneIsLeft(string name, string defect) => Check(Damaged[name], Enum.Parse<TrustGraph.Defect>(defect));

    private static void Check((ImmutableArray<(string, string)> Graph, string Anchor, string Leaf, string[] Broken, bool Holds) given, TrustGraph.Defect defect)
    {
        var report = new TrustGraph(given.Graph, given.Leaf, Graph(given.Broken), defect).Verify(given.Anchor);
        Assert.True(report.Verdict == (given.Holds ? ChainVerdict.Trusted : ChainVerdict.Rejected), report.ToString());
    }

    private static ImmutableArray<(string, string)> Graph(params ReadOnlySpan<string> edges)
    {
        var parsed = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var edge in edges)
        {
            var parts = edge.Split('>');
            parsed.Add((parts[0], parts[1]));
        }

        return parsed.ToImmutable();
    }
}
