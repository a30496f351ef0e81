using System.Collections.Immutable;
using System.Globalization;
using PairSettle.Credentials;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>
/// NIST's path validation suite: a folder with <c>pkits.json</c>, <c>certs/</c> and <c>crls/</c>. Only the leaf, the anchor and the bag of
/// other certificates are given: the verifier finds the path itself. Besides the verdict the set of valid policies is compared.
/// </summary>
internal static class PkitsSuite
{
    private const string PolicyPrefix = "NIST-test-policy-";
    private const string PolicyArc = "2.16.840.1.101.3.2.1.48.";
    private const string AnyPolicy = "2.5.29.32.0";

    /// <summary>Runs every test of the folder.</summary>
    public static void Run(string folder, Tally tally)
    {
        var suite = ChainJson.Read(Path.Combine(folder, "pkits.json"), ChainJson.Default.PkitsFile);
        foreach (var test in suite.Tests)
        {
            tally.Add(test.Id, Check(folder, suite, test));
        }
    }

    private static string? Check(string folder, PkitsFile suite, PkitsTest test)
    {
        Certificate? Load(string name) => Certificate.TryParse(File.ReadAllBytes(Path.Combine(folder, "certs", name + ".crt")), out var certificate, out _) ? certificate : null;

        if (Load(suite.TrustAnchor) is not { } anchor)
        {
            return "the trust anchor is not a certificate";
        }

        if (Load(test.Certs[^1]) is not { } leaf)
        {
            return test.ShouldValidate ? "the leaf was refused by the parser" : null;
        }

        var report = ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = [.. test.Certs.SkipLast(1).Where(name => name != suite.TrustAnchor).Select(Load).OfType<Certificate>()],
            Anchors = TrustStore.Empty.With(AuthorityRole.V2G, anchor),
            Use = CertificateUse.General,
            At = suite.Time,
            Evidence = RevocationEvidence.Create(test.Crls.Select(name => LoadList(folder, name)).OfType<EvidenceItem>()),
            Policy = new()
            {
                Algorithms = AlgorithmPolicy.Legacy,
                UnknownStatus = UnknownStatus.Reject,
                StaleEvidence = StaleEvidence.Reject,
                Policies = new()
                {
                    AcceptablePolicies = [.. test.InitialPolicySet.Select(PolicyOf)],
                    RequireExplicitPolicy = test.InitialExplicitPolicy,
                    InhibitPolicyMapping = test.InitialPolicyMappingInhibit,
                    InhibitAnyPolicy = test.InitialInhibitAnyPolicy,
                },
            },
        });
        if (report.Verdict == ChainVerdict.Trusted != test.ShouldValidate)
        {
            return $"expected {(test.ShouldValidate ? ChainVerdict.Trusted : ChainVerdict.Rejected)}, found {report}";
        }

        var expected = test.UserConstrainedPolicySet.Select(PolicyOf).Order(StringComparer.Ordinal);
        return report.Chain is { } chain && !chain.Policies.SequenceEqual(expected)
            ? $"expected the policies {string.Join(' ', expected)}, found {string.Join(' ', chain.Policies)}"
            : null;
    }

    private static CertificateRevocationList? LoadList(string folder, string name) =>
        CertificateRevocationList.TryParse(File.ReadAllBytes(Path.Combine(folder, "crls", name + ".crl")), out var list, out _) ? list : null;

    private static string PolicyOf(string name) => name == "anyPolicy" ? AnyPolicy
        : name.StartsWith(PolicyPrefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(PolicyPrefix.Length), CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{PolicyArc}{number}")
            : throw new InvalidDataException($"pkits.json: not a policy of the suite: {name}");
}

/// <summary><c>pkits.json</c>.</summary>
internal sealed record PkitsFile(DateTimeOffset Time, string TrustAnchor, ImmutableArray<PkitsTest> Tests);

/// <summary>One test: the names of its files, the inputs of the algorithm and the expected outcome.</summary>
internal sealed record PkitsTest(
    string Id,
    ImmutableArray<string> Certs,
    ImmutableArray<string> Crls,
    ImmutableArray<string> InitialPolicySet,
    bool InitialExplicitPolicy,
    bool InitialPolicyMappingInhibit,
    bool InitialInhibitAnyPolicy,
    bool ShouldValidate,
    ImmutableArray<string> UserConstrainedPolicySet);
