using System.Collections.Immutable;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>The valid_policy_tree of RFC 5280, 6.1 as it is written there: a node for each way, however many there are.</summary>
internal sealed class PolicyTree
{
    private List<Node> _deepest = [new(null, Oids.AnyPolicy, [Oids.AnyPolicy])];

    public bool IsEmpty => _deepest.Count == 0;

    /// <summary>6.1.3 (d) and (e).</summary>
    public void Add(ImmutableArray<string> policies, bool anyCounts)
    {
        var next = new List<Node>();
        foreach (var policy in policies.Where(static policy => policy != Oids.AnyPolicy))
        {
            var parents = _deepest.Where(node => node.Expected.Contains(policy)).ToList();
            next.AddRange((parents.Count > 0 ? parents : _deepest.Where(static node => node.Policy == Oids.AnyPolicy)).Select(parent => new Node(parent, policy, [policy])));
        }

        if (anyCounts && policies.Contains(Oids.AnyPolicy))
        {
            next.AddRange(
                from node in _deepest
                from policy in node.Expected
                where !next.Exists(child => child.Parent == node && child.Policy == policy)
                select new Node(node, policy, [policy]));
        }

        _deepest = next;
    }

    /// <summary>6.1.4 (b).</summary>
    public void Map(ImmutableArray<(string Issuer, string Subject)> mappings, bool counts)
    {
        foreach (var group in mappings.GroupBy(static mapping => mapping.Issuer, static mapping => mapping.Subject))
        {
            var nodes = _deepest.Where(node => node.Policy == group.Key).ToList();
            if (!counts)
            {
                _deepest.RemoveAll(nodes.Contains);
            }
            else if (nodes.Count > 0)
            {
                nodes.ForEach(node => node.Expected = [.. group]);
            }
            else if (_deepest.Find(static node => node.Policy == Oids.AnyPolicy) is { } any)
            {
                _deepest.Add(new Node(any.Parent, group.Key, [.. group]));
            }
        }
    }

    /// <summary>6.1.5 (g): whether a node is left that descends from a policy the user accepts.</summary>
    public bool ReachesAny(ImmutableArray<string> acceptable) => _deepest.Exists(node =>
        acceptable.IsEmpty || node.Policy == Oids.AnyPolicy || acceptable.Contains(node.Topmost()));

    private sealed class Node(Node? parent, string policy, ImmutableHashSet<string> expected)
    {
        public Node? Parent { get; } = parent;

        public string Policy { get; } = policy;

        public ImmutableHashSet<string> Expected { get; set; } = expected;

        /// <summary>What the anchor calls the policy: the one whose parent is anyPolicy.</summary>
        public string Topmost() => Parent is null || Parent.Policy == Oids.AnyPolicy ? Policy : Parent.Topmost();
    }
}
