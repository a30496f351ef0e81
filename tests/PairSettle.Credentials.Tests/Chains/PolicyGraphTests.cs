using System.Collections.Immutable;

namespace PairSettle.Credentials.Tests.Chains;

public sealed class PolicyGraphTests
{
    private static readonly ImmutableArray<string> Any = [];

    [Fact]
    public void Outcome_SamePolicyAllTheWay_IsValid()
    {
        var graph = Descend(["1.1", "1.2"], ["1.1"]);
        Assert.Equal(["1.1"], graph.Outcome(Any).AsEnumerable());
        Assert.Empty(graph.Outcome(["1.2"]));
    }

    [Fact]
    public void Outcome_MappedPolicy_IsNamedInTheTermsOfTheAnchor()
    {
        var graph = new PolicyGraph();
        graph.Descend(["1.1"], anyPolicyCounts: true);
        graph.Map([("1.1", "2.2")], mappingCounts: true);
        graph.Descend(["2.2"], anyPolicyCounts: true);
        Assert.Equal(["1.1"], graph.Outcome(Any).AsEnumerable());
        Assert.Equal(["1.1"], graph.Outcome(["1.1", "2.2"]).AsEnumerable());
        Assert.Empty(graph.Outcome(["2.2"]));
    }

    [Fact]
    public void Map_WhereItIsInhibited_EndsThePolicy()
    {
        var graph = new PolicyGraph();
        graph.Descend(["1.1"], anyPolicyCounts: true);
        graph.Map([("1.1", "2.2")], mappingCounts: false);
        Assert.True(graph.IsEmpty);
    }

    [Fact]
    public void Outcome_AnyPolicyAllTheWay_IsWhateverIsAcceptable()
    {
        var graph = Descend([Oids.AnyPolicy], [Oids.AnyPolicy]);
        Assert.Equal([Oids.AnyPolicy], graph.Outcome(Any).AsEnumerable());
        Assert.Equal(["1.1", "1.2"], graph.Outcome(["1.2", "1.1"]).AsEnumerable());
    }

    [Fact]
    public void Descend_AnyPolicyThatCountsForNothing_EmptiesTheGraph()
    {
        var graph = Descend(["1.1"]);
        graph.Descend([Oids.AnyPolicy], anyPolicyCounts: false);
        Assert.True(graph.IsEmpty);
    }

    [Fact]
    public void Descend_EveryPolicyMappedToEveryOther_StaysSmall()
    {
        // CVE-2023-0464: as a tree this has 16^15 leaves; the time limit of the run is the assertion that a graph has not.
        var policies = Enumerable.Range(1, 16).Select(i => $"1.{i}").ToImmutableArray();
        ImmutableArray<(string, string)> mappings = [.. from issuer in policies from subject in policies select (issuer, subject)];
        var graph = new PolicyGraph();
        for (var depth = 0; depth < 15; depth++)
        {
            graph.Descend(policies, anyPolicyCounts: true);
            graph.Map(mappings, mappingCounts: true);
        }

        Assert.Equal(policies.Order(StringComparer.Ordinal), graph.Outcome(Any).AsEnumerable());
    }

    private static PolicyGraph Descend(params ImmutableArray<string>[] levels)
    {
        var graph = new PolicyGraph();
        foreach (var policies in levels)
        {
            graph.Descend(policies, anyPolicyCounts: true);
        }

        return graph;
    }
}
