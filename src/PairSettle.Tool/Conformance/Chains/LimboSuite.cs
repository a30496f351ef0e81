using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>Cases in the form of x509-limbo.</summary>
internal static class LimboSuite
{
    /// <summary>Runs x509-limbo: the rules for issuers are enforced too, since the suite asks for them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="tally">Where the outcomes go.</param>
    /// <returns>The ids of the cases that passed.</returns>
    public static HashSet<string> RunLimbo(IEnumerable<string> files, Tally tally)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in Read(files))
        {
            var failure = Check(test, IssuanceRules.Reject);
            tally.Add(test.Id, failure);
            if (failure is null)
            {
                passed.Add(test.Id);
            }
        }

        return passed;
    }

    /// <summary>Runs BetterTLS. Where its authors leave the result to taste, ours is listed.</summary>
    public static void RunBetterTls(IEnumerable<string> files, Tally tally)
    {
        foreach (var test in Read(files))
        {
            var failure = Check(test, IssuanceRules.Note);
            if (failure is not null && test.IsSoft)
            {
                tally.Skip(test.Id, $"the suite leaves the result open: {failure}");
            }
            else
            {
                tally.Add(test.Id, failure);
            }
        }
    }

    private static IEnumerable<LimboCase> Read(IEnumerable<string> files) =>
        files.SelectMany(static file => ChainJson.Read(file, ChainJson.Default.LimboFile).Testcases);

    private static string? Check(LimboCase test, IssuanceRules rules)
    {
        var (trusted, why) = Verify(test, rules);
        return trusted == (test.ExpectedResult == "SUCCESS") ? null : $"expected {test.ExpectedResult}, found {why}";
    }

    private static (bool Trusted, string Why) Verify(LimboCase test, IssuanceRules rules)
    {
        if (!TryParse(test.PeerCertificate, out var leaf, out var why))
        {
            return (false, why);
        }

        var anchors = TrustStore.Empty;
        foreach (var pem in test.TrustedCerts)
        {
            if (TryParse(pem, out var anchor, out why))
            {
                anchors = anchors.With(AuthorityRole.V2G, anchor);
            }
        }

        if (!RevocationEvidence.TryCreate(test.Crls.Select(Decode), out var evidence, out var error))
        {
            return (false, $"{error}");
        }

        var report = ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = [.. test.UntrustedIntermediates.Select(pem => TryParse(pem, out var certificate, out _) ? certificate : null).OfType<Certificate>()],
            Anchors = anchors,
            Use = CertificateUse.General,
            ExtendedKeyUsage = test.ValidationKind == "CLIENT" ? ExtendedKeyUsages.ClientAuthentication : ExtendedKeyUsages.ServerAuthentication,
            PeerName = test.ExpectedPeerName is { } name ? NameOf(name) : null,
            At = test.ValidationTime ?? TimeProvider.System.GetUtcNow(),
            Evidence = evidence,
            Policy = new()
            {
                Depth = test.Crls.IsEmpty ? RevocationDepth.None : RevocationDepth.LeafAndIntermediates,
                UnknownStatus = UnknownStatus.Reject,
                StaleEvidence = StaleEvidence.Reject,
                IssuanceRules = rules,
                MaxIntermediates = test.MaxChainDepth,
            },
        });
        if (report.Verdict != ChainVerdict.Trusted)
        {
            return (false, $"{report}");
        }

        if (test.ExpectedPeerNames.FirstOrDefault(other => !NameOf(other).IsNamedBy(leaf)) is { } missing)
        {
            return (false, $"the certificate does not name {missing.Value}");
        }

        return test.KeyUsage.Contains("digitalSignature") && leaf.HasKeyUsage && !leaf.KeyUsage.HasFlag(KeyUsage.DigitalSignature)
            ? (false, "key usage lacks digitalSignature")
            : (true, $"{report}");
    }

    private static PeerName NameOf(LimboName name) => name.Kind switch
    {
        "DNS" => PeerName.Dns(name.Value),
        "IP" => PeerName.Ip(IPAddress.Parse(name.Value)),
        "RFC822" => PeerName.Email(name.Value),
        _ => throw new InvalidDataException($"not a kind of peer name: {name.Kind}"),
    };

    private static bool TryParse(string pem, [NotNullWhen(true)] out Certificate? certificate, out string why)
    {
        var parsed = Certificate.TryParse(Decode(pem), out certificate, out var error);
        why = $"{error}";
        return parsed;
    }

    private static ReadOnlyMemory<byte> Decode(string pem)
    {
        var fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }
}
