using System.Collections.Immutable;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Testing.Pki;

namespace PairSettle.Tool.Measurement;

/// <summary>Measures a chain of three signatures under one root, in turns with the platform's verifier and with OpenSSL's.</summary>
internal sealed class ChainBench : IDisposable
{
    private const string Cold = "parse and verify";
    private const string ColdOfOpenSsl = "OpenSSL, parse, verify";

    private readonly ThrowAwayPki _pki;
    private readonly Certificate _leaf;
    private readonly ImmutableArray<Certificate> _intermediates;
    private readonly Certificate _root;
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _encoded;
    private readonly VerifiedLinks _links = new();
    private readonly PlatformVerifier _platform;
    private readonly OpenSslVerifier? _openSsl;

    private ChainBench(SignatureAlgorithm algorithm)
    {
        // The platform's verifier compares with a clock only where it is told no time; this one is never asked.
        _pki = ThrowAwayPki.Create(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), new() { Algorithm = algorithm });
        (_leaf, _intermediates, _) = _pki.Contract;
        _root = _pki.Hierarchy.MoRoot.Certificate;
        Certificate[] chain = [_leaf, .. _intermediates, _root];
        _encoded = [.. chain.Select(static certificate => certificate.RawData)];
        _platform = new PlatformVerifier(chain, algorithm.Hash(), _pki.Now);
        _openSsl = OpenSslVerifier.Version is null ? null : new OpenSslVerifier(_encoded, _pki.Now);
    }

    public void Dispose()
    {
        _openSsl?.Dispose();
        _platform.Dispose();
        _pki.Dispose();
    }

    /// <summary>Measures one algorithm, a line for each question.</summary>
    public static IEnumerable<string> Measure(SignatureAlgorithm algorithm, int turns)
    {
        using var bench = new ChainBench(algorithm);
        var questions = bench.Questions().ToArray();
        var figures = Stopclock.MeasureInTurns([.. questions.Select(static question => question.Ask)], turns);
        for (var i = 0; i < questions.Length; i++)
        {
            yield return Line(algorithm, questions[i].Name, figures[i], figures[0]);
        }

        if (bench._openSsl is not null)
        {
            var (own, others) = (figures[IndexOf(questions, Cold)], figures[IndexOf(questions, ColdOfOpenSsl)]);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{algorithm,-16} {Cold}: {own.RatioTo(others):F2} of OpenSSL's time, and less in {own.Turns.Zip(others.Turns).Count(static turn => turn.First < turn.Second)} of {turns} turns");
        }
    }

    private static int IndexOf((string Name, Action Ask)[] questions, string name) => Array.FindIndex(questions, question => question.Name == name);

    private static string Line(SignatureAlgorithm algorithm, string what, Stopclock.Figures figures, Stopclock.Figures signatures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{algorithm,-16} {what,-22} {figures.BestNs / 1_000,9:F1} / {figures.MedianNs / 1_000,9:F1} us {1e9 / figures.BestNs,9:F0}/s {figures.RatioTo(signatures),6:F2} {figures.AllocatedBytes,9} B");

    // What compares with another stands next to it.
    private IEnumerable<(string Name, Action Ask)> Questions()
    {
        yield return ("bare signatures", () => Demand(_platform.VerifySignatures()));
        yield return ("verify", () => Verify(_leaf, _intermediates, _root, null));
        yield return ("X509Chain", () => Demand(_platform.Build()));
        if (_openSsl is not null)
        {
            yield return ("OpenSSL, verify", () => Demand(_openSsl.Verify()));
        }

        yield return (Cold, ParseAndVerify);
        if (_openSsl is not null)
        {
            yield return (ColdOfOpenSsl, () => Demand(_openSsl.ParseAndVerify()));
        }

        yield return ("parse and X509Chain", () => Demand(_platform.ParseAndBuild()));
        yield return ("parse", () => _ = Parse());
        yield return ("new leaf, links known", () => Verify(Certificate.Parse(_encoded[0]), _intermediates, _root, _links));
    }

    private Certificate[] Parse() => [.. _encoded.Select(static der => Certificate.Parse(der))];

    private void ParseAndVerify()
    {
        var parsed = Parse();
        Verify(parsed[0], [.. parsed[1..^1]], parsed[^1], null);
    }

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

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("the chain that is measured does not verify");
        }
    }
}
