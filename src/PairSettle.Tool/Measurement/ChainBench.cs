using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;
using PairSettle.Testing.Pki;

namespace PairSettle.Tool.Measurement;

/// <summary>Measures a chain of three signatures under one root, beside the platform's own verifier.</summary>
internal sealed class ChainBench : IDisposable
{
    private readonly SignatureAlgorithm _algorithm;
    private readonly ThrowAwayPki _pki;
    private readonly Certificate _leaf;
    private readonly ImmutableArray<Certificate> _intermediates;
    private readonly Certificate _root;
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _encoded;

    private ChainBench(SignatureAlgorithm algorithm)
    {
        _algorithm = algorithm;

        // The platform's verifier compares with a clock only where it is told no time; this one is never asked.
        _pki = ThrowAwayPki.Create(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), new() { Algorithm = algorithm });
        (_leaf, _intermediates, _) = _pki.Contract;
        _root = _pki.Hierarchy.MoRoot.Certificate;
        _encoded = [_leaf.RawData, .. _intermediates.Select(static certificate => certificate.RawData), _root.RawData];
    }

    public void Dispose() => _pki.Dispose();

    /// <summary>Measures one algorithm, a line for each question.</summary>
    public static IEnumerable<string> Measure(SignatureAlgorithm algorithm)
    {
        using var bench = new ChainBench(algorithm);
        var signatures = bench.MeasureSignatures();
        yield return Line(algorithm, "bare signatures", signatures, signatures);
        yield return Line(algorithm, "verify", Stopclock.Measure(bench.Verify), signatures);
        yield return Line(algorithm, "parse", Stopclock.Measure(bench.Parse), signatures);
        yield return Line(algorithm, "parse and verify", Stopclock.Measure(bench.ParseAndVerify), signatures);
        var links = new VerifiedLinks();
        yield return Line(algorithm, "new leaf, links known", Stopclock.Measure(() => bench.VerifyNewLeaf(links)), signatures);
        yield return Line(algorithm, "X509Chain", bench.MeasurePlatform(), signatures);
        yield return Line(algorithm, "parse and X509Chain", Stopclock.Measure(bench.ParseAndBuild), signatures);
    }

    private static string Line(SignatureAlgorithm algorithm, string what, Stopclock.Figures figures, Stopclock.Figures signatures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{algorithm,-16} {what,-22} {figures.BestNs / 1_000,9:F1} / {figures.MedianNs / 1_000,9:F1} us {1e9 / figures.BestNs,9:F0}/s {figures.BestNs / signatures.BestNs,6:F2} {figures.AllocatedBytes,9} B");

    // The least that the platform asks for: its keys are imported, the hashes are made, and the signatures have the form that it passes on.
    private Stopclock.Figures MeasureSignatures()
    {
        Certificate[] chain = [_leaf, .. _intermediates];
        ECDsa[] keys = [.. _encoded.Skip(1).Select(static der =>
        {
            using var issuer = X509CertificateLoader.LoadCertificate(der.Span);
            return issuer.GetECDsaPublicKey()!;
        })];
        byte[][] hashes = [.. chain.Select(issued => CryptographicOperations.HashData(_algorithm.Hash(), issued.SignedData.Span))];
        try
        {
            return Stopclock.Measure(() =>
            {
                for (var i = 0; i < chain.Length; i++)
                {
                    Demand(keys[i].VerifyHash(hashes[i], chain[i].Signature.Span, DSASignatureFormat.Rfc3279DerSequence));
                }
            });
        }
        finally
        {
            Array.ForEach(keys, static key => key.Dispose());
        }
    }

    private void Parse()
    {
        foreach (var der in _encoded)
        {
            Certificate.Parse(der);
        }
    }

    private void Verify() => Verify(_leaf, _intermediates, _root, null);

    private void ParseAndVerify()
    {
        var parsed = _encoded.Select(static der => Certificate.Parse(der)).ToArray();
        Verify(parsed[0], [.. parsed[1..^1]], parsed[^1], null);
    }

    private void VerifyNewLeaf(VerifiedLinks links) => Verify(Certificate.Parse(_encoded[0]), _intermediates, _root, links);

    private void Verify(Certificate leaf, ImmutableArray<Certificate> intermediates, Certificate root, VerifiedLinks? links) =>
        Demand(ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = intermediates,
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, root),
            Use = CertificateUse.General,
            At = _pki.Now,
            Links = links,
            Policy = ChainPolicy.WithoutRevocation,
        }).Verdict == ChainVerdict.Trusted);

    private Stopclock.Figures MeasurePlatform()
    {
        var certificates = _encoded.Select(static der => X509CertificateLoader.LoadCertificate(der.Span)).ToArray();
        try
        {
            return Stopclock.Measure(() => Build(certificates));
        }
        finally
        {
            Array.ForEach(certificates, static certificate => certificate.Dispose());
        }
    }

    private void ParseAndBuild()
    {
        var certificates = _encoded.Select(static der => X509CertificateLoader.LoadCertificate(der.Span)).ToArray();
        Build(certificates);
        Array.ForEach(certificates, static certificate => certificate.Dispose());
    }

    private void Build(X509Certificate2[] certificates)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificates[^1]);
        chain.ChainPolicy.ExtraStore.AddRange(certificates[1..^1]);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = _pki.Now.UtcDateTime;
        Demand(chain.Build(certificates[0]));
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("the chain that is measured does not verify");
        }
    }
}
