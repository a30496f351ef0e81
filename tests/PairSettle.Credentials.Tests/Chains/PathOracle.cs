using System.Collections.Immutable;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>
/// Whether any path of a random world holds, by force: all of them are walked, and each is judged as RFC 5280, 6.1 is written, variable by
/// variable and with its policy tree. It shares nothing with the verifier.
/// </summary>
internal sealed class PathOracle(RandomWorld world)
{
    public bool FindsAPath() => Extend([world.Leaf]);

    private bool Extend(ImmutableList<RandomWorldCertificate> path)
    {
        var last = path[^1];
        bool Issued((int Name, int Key) issuer) => issuer.Name == last.Issuer.Name && issuer.Key == last.SigningKey;
        return world.Anchors.Any(anchor => Issued(anchor) && path.Skip(1).All(above => above.Subject != anchor) && Holds([.. path.Reverse()]))
            || world.Intermediates.Any(next => Issued(next.Subject) && path.All(below => below.Subject != next.Subject) && Extend(path.Add(next)));
    }

    // 6.1.2 to 6.1.5; certificates[0] is the one that the anchor issued.
    private bool Holds(ImmutableArray<RandomWorldCertificate> certificates)
    {
        var n = certificates.Length;
        var demands = world.Requirements;
        var (explicitPolicy, inhibitAny, policyMapping, maxPathLength) = (
            demands.RequireExplicitPolicy ? 0 : n + 1, demands.InhibitAnyPolicy ? 0 : n + 1, demands.InhibitPolicyMapping ? 0 : n + 1, n);
        var tree = new PolicyTree();
        var permitted = new List<ImmutableArray<string>>();
        var excluded = new List<string>();
        for (var i = 1; i <= n; i++)
        {
            var certificate = certificates[i - 1];
            var (final, passing) = (i == n, certificate.IsSelfIssued && i < n);
            if (certificate.IsExpired || certificate.HasUnknownCritical)
            {
                return false;
            }

            if (!passing && certificate.Names.Any(name => permitted.Exists(set => !set.Any(host => IsWithin(name, host))) || excluded.Exists(host => IsWithin(name, host))))
            {
                return false;
            }

            tree.Add(certificate.Policies, inhibitAny > 0 || passing);
            if (explicitPolicy == 0 && tree.IsEmpty)
            {
                return false;
            }

            if (final)
            {
                explicitPolicy = certificate.RequireExplicitPolicy == 0 ? 0 : Math.Max(0, explicitPolicy - 1);
                return explicitPolicy > 0 || tree.ReachesAny(demands.AcceptablePolicies);
            }

            if (certificate.Mappings.Any(static mapping => mapping.Issuer == Oids.AnyPolicy || mapping.Subject == Oids.AnyPolicy))
            {
                return false;
            }

            tree.Map(certificate.Mappings, policyMapping > 0);
            permitted.AddRange(certificate.Permitted.IsEmpty ? [] : [certificate.Permitted]);
            excluded.AddRange(certificate.Excluded);
            if (!passing)
            {
                (explicitPolicy, policyMapping, inhibitAny) = (Math.Max(0, explicitPolicy - 1), Math.Max(0, policyMapping - 1), Math.Max(0, inhibitAny - 1));
                if (maxPathLength-- == 0)
                {
                    return false;
                }
            }

            explicitPolicy = Math.Min(explicitPolicy, certificate.RequireExplicitPolicy ?? explicitPolicy);
            policyMapping = Math.Min(policyMapping, certificate.InhibitMapping ?? policyMapping);
            inhibitAny = Math.Min(inhibitAny, certificate.InhibitAnyPolicy ?? inhibitAny);
            maxPathLength = Math.Min(maxPathLength, certificate.PathLength ?? maxPathLength);
            if (!certificate.IsAuthority || !certificate.MaySign)
            {
                return false;
            }
        }

        throw new InvalidOperationException("a path has a leaf");
    }

    private static bool IsWithin(string name, string host) => $".{name}".EndsWith($".{host}", StringComparison.Ordinal);
}
