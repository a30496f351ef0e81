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
