using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PairSettle.Credentials;

/// <summary>
/// The valid policies of a path as a graph (RFC 9618): one node for each policy of a level, however many ways lead to it. The tree of
/// RFC 5280 says the same and grows exponentially (CVE-2023-0464).
/// </summary>
internal sealed class PolicyGraph
{
    private Dictionary<string, Node>? _level;
    private Dictionary<string, Node>? _above;

    /// <summary>A graph of one node: any policy.</summary>
    public PolicyGraph() => _level = new(StringComparer.Ordinal) { [Oids.AnyPolicy] = new(Oids.AnyPolicy, []) };

    /// <summary>Whether no policy is valid any more.</summary>
    public bool IsEmpty => _level is null;

    /// <summary>No certificate policies extension: no policy is valid.</summary>
    public void Clear() => _level = null;

    /// <summary>The policies of the next certificate (RFC 5280, 6.1.3 (d)).</summary>
    public void Descend(ImmutableArray<string> policies, bool anyPolicyCounts)
    {
        if (_level is null)
        {
            return;
        }

        var next = new Dictionary<string, Node>(StringComparer.Ordinal);
        var any = _level.GetValueOrDefault(Oids.AnyPolicy);
        var expecting = Expecting(_level);
        foreach (var policy in policies)
        {
            if (policy == Oids.AnyPolicy)
            {
                continue;
            }

            if (expecting.TryGetValue(policy, out var parents))
            {
                next[policy] = new(policy, parents);
            }
            else if (any is not null)
            {
                next[policy] = new(policy, [any]);
            }
        }

        if (anyPolicyCounts && policies.Contains(Oids.AnyPolicy))
        {
            foreach (var (policy, parents) in expecting)
            {
                next.TryAdd(policy, new(policy, parents));
            }
        }

        (_above, _level) = (_level, next.Count > 0 ? next : null);
    }

    /// <summary>What the subjects below call the issuer's policies (RFC 5280, 6.1.4 (b)).</summary>
    public void Map(ImmutableArray<(string Issuer, string Subject)> mappings, bool mappingCounts)
    {
        if (_level is null)
        {
            return;
        }

        foreach (var group in mappings.ToLookup(static mapping => mapping.Issuer, static mapping => mapping.Subject))
        {
            if (!mappingCounts)
            {
                _level.Remove(group.Key);
            }
            else if (_level.TryGetValue(group.Key, out var node))
            {
                node.Expected = [.. group];
            }
            else if (_level.ContainsKey(Oids.AnyPolicy))
            {
                _level[group.Key] = new(group.Key, [_above![Oids.AnyPolicy]]) { Expected = [.. group] };
            }
        }

        if (_level.Count == 0)
        {
            _level = null;
        }
    }

    /// <summary>The policies of the anchor's domain for which the path is valid (RFC 5280, 6.1.5 (g)).</summary>
    /// <param name="acceptable">The acceptable ones; empty means any.</param>
    public ImmutableArray<string> Outcome(ImmutableArray<string> acceptable)
    {
        if (_level is null)
        {
            return [];
        }

        var valid = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Node>();
        var open = new Stack<Node>(_level.Values);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node.Policy == Oids.AnyPolicy || node.Parents.Exists(static parent => parent.Policy == Oids.AnyPolicy))
            {
                // The anchor's own name of the policy; anyPolicy is valid as such only where it reaches down to the leaf.
                if (node.Policy != Oids.AnyPolicy || _level.ContainsKey(Oids.AnyPolicy))
                {
                    valid.Add(node.Policy);
                }

                continue;
            }

            foreach (var parent in node.Parents)
            {
                open.Push(parent);
            }
        }

        return acceptable.IsEmpty || acceptable.Contains(Oids.AnyPolicy) ? [.. valid]
            : valid.Contains(Oids.AnyPolicy) ? [.. acceptable.Order(StringComparer.Ordinal)]
            : [.. valid.Intersect(acceptable, StringComparer.Ordinal)];
    }

    // Which nodes expect a policy: looked up the other way, every policy would be held against every mapping (CVE-2026-32281).
    private static Dictionary<string, List<Node>> Expecting(Dictionary<string, Node> level)
    {
        var expecting = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var node in level.Values)
        {
            foreach (var policy in node.Expected)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(expecting, policy, out _) ??= []).Add(node);
            }
        }

        return expecting;
    }

    private sealed class Node(string policy, List<Node> parents)
    {
        public string Policy { get; } = policy;

        public List<Node> Parents { get; } = parents;

        public HashSet<string> Expected { get; set; } = new(StringComparer.Ordinal) { policy };
    }
}
