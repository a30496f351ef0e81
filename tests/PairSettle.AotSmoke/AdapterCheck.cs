using PairSettle.Credentials;
using PairSettle.Credentials.BouncyCastle;
using PairSettle.Credentials.Issuing;

namespace PairSettle.AotSmoke;

/// <summary>Whether BouncyCastle's curves work as native code: an authority issues with each, the verifier trusts what is right and nothing else.</summary>
internal static class AdapterCheck
{
    /// <summary>The number of algorithms: those of signatures, and X448.</summary>
    public static int Algorithms { get; } = Enum.GetValues<SignatureAlgorithm>().Length + 1;

    /// <summary>The algorithms that work.</summary>
    public static IReadOnlyList<string> WorkingAlgorithms(DateTimeOffset now) =>
        [.. Enum.GetValues<SignatureAlgorithm>().Where(algorithm => Signs(algorithm, now)).Select(static algorithm => algorithm.ToString()), .. Agrees() ? ["X448"] : Array.Empty<string>()];

    private static bool Signs(SignatureAlgorithm algorithm, DateTimeOffset now)
    {
        using var rootKey = BouncyCastleSigner.Generate(algorithm);
        using var leafKey = BouncyCastleSigner.Generate(algorithm);
        var root = CertificateAuthority.CreateRoot(Order(CertificateTemplate.Root("OEM"), rootKey, now), rootKey, BouncyCastleAlgorithms.AllCurves);
        var leaf = root.Issue(Order(CertificateTemplate.OemProvisioning, leafKey, now));
        var damaged = leaf.RawData.ToArray();
        damaged[^1] ^= 1;
        return Verdict(leaf, root.Certificate, now) == ChainVerdict.Trusted
            && (!Certificate.TryParse(damaged, out var other, out _) || Verdict(other, root.Certificate, now) == ChainVerdict.Rejected);
    }

    private static bool Agrees()
    {
        using var one = X448Agreement.Generate();
        using var other = X448Agreement.Generate();
        return one.Agree(other.PublicKey.Span).AsSpan().SequenceEqual(other.Agree(one.PublicKey.Span));
    }

    private static ChainVerdict Verdict(Certificate leaf, Certificate root, DateTimeOffset now) => ChainVerifier.Verify(new()
    {
        Leaf = leaf,
        Intermediates = [],
        Anchors = TrustStore.Empty.With(AuthorityRole.Oem, root),
        Use = CertificateUse.General,
        At = now,
        Policy = ChainPolicy.WithoutRevocation with { Provider = BouncyCastleAlgorithms.AllCurves },
    }).Verdict;

    private static CertificateOrder Order(CertificateTemplate template, BouncyCastleSigner key, DateTimeOffset now) => new()
    {
        Template = template,
        Subject = DistinguishedName.Create(template.IsAuthority ? "Root" : "Leaf"),
        SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
        SerialNumber = SerialNumbers.Random(),
        NotBefore = now.AddDays(-1),
        NotAfter = now.AddDays(1),
    };
}
