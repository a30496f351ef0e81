using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>Certificate policies of a path (RFC 5280, 6.1, with the graph of RFC 9618).</summary>
internal sealed class PolicyCheck(PolicyRequirements requirements, WorkMeter meter, FindingList findings)
{
    /// <summary>Walks from the certificate below the anchor to the leaf.</summary>
    /// <param name="certificates">The leaf, then its issuers, without the anchor.</param>
    /// <returns>The policies for which the path is valid.</returns>
    public ImmutableArray<string> Run(ImmutableArray<Certificate> certificates)
    {
        var graph = new PolicyGraph();
        var untilExplicit = requirements.RequireExplicitPolicy ? 0 : certificates.Length + 1;
        var untilNoMapping = requirements.InhibitPolicyMapping ? 0 : certificates.Length + 1;
        var untilNoAny = requirements.InhibitAnyPolicy ? 0 : certificates.Length + 1;
        for (var i = certificates.Length - 1; i >= 0; i--)
        {
            var certificate = certificates[i];
            var policies = certificate.Policies;
            if (!meter.TryLookUp((policies.Policies?.Length ?? 0) + policies.Mappings.Length))
            {
                return [];
            }

            if (policies.Policies is { } named)
            {
                graph.Descend(named, anyPolicyCounts: untilNoAny > 0 || (i > 0 && certificate.IsSelfIssued));
            }
            else
            {
                graph.Clear();
            }

            if (untilExplicit == 0 && graph.IsEmpty)
            {
                findings.Add(ChainReason.PolicyNotSatisfied, i, "an explicit policy is required and none is valid");
                return [];
            }

            if (i > 0)
            {
                graph.Map(SoundMappings(policies, i), mappingCounts: untilNoMapping > 0);
                if (!certificate.IsSelfIssued)
                {
                    untilExplicit = Math.Max(untilExplicit - 1, 0);
                    untilNoMapping = Math.Max(untilNoMapping - 1, 0);
                    untilNoAny = Math.Max(untilNoAny - 1, 0);
                }

                untilExplicit = Math.Min(untilExplicit, policies.RequireExplicitPolicy ?? int.MaxValue);
                untilNoMapping = Math.Min(untilNoMapping, policies.InhibitPolicyMapping ?? int.MaxValue);
                untilNoAny = Math.Min(untilNoAny, policies.InhibitAnyPolicy ?? int.MaxValue);
            }
            else if (policies.RequireExplicitPolicy == 0)
            {
                untilExplicit = 0;
            }
            else
            {
                untilExplicit = Math.Max(untilExplicit - 1, 0);
            }
        }

        var outcome = graph.Outcome(requirements.AcceptablePolicies);
        if (untilExplicit == 0 && outcome.IsEmpty && !certificates.IsEmpty)
        {
            findings.Add(ChainReason.PolicyNotSatisfied, 0, "the path is valid for no acceptable policy");
        }

        return outcome;
    }

    // anyPolicy that stands for a policy would be a node whose parents are not those of anyPolicy, which the graph relies upon.
    private ImmutableArray<(string Issuer, string Subject)> SoundMappings(PolicyExtensions policies, int index)
    {
        var sound = policies.Mappings.RemoveAll(static mapping => mapping.Issuer == Oids.AnyPolicy || mapping.Subject == Oids.AnyPolicy);
        if (sound.Length != policies.Mappings.Length)
        {
            findings.Add(ChainReason.PolicyMappingInvalid, index, "anyPolicy must not be mapped");
        }

        return sound;
    }
}
