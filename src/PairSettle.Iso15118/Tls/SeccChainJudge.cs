using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>Judges the chain that an SECC presents in one handshake, and remembers the judgement.</summary>
internal sealed class SeccChainJudge(EvccTlsOptions options)
{
    /// <summary>Leaf, two subordinates and a root that some SECCs send along would do; twice that is no chain any more.</summary>
    private const int MaxCertificates = 8;

    public TlsError Error { get; private set; }

    public Certificate? Leaf { get; private set; }

    public ChainReport? Report { get; private set; }

    public bool Judge(object sender, X509Certificate? leaf, X509Chain? chain, SslPolicyErrors platformErrors)
    {
        if (leaf is null || chain is null || chain.ChainPolicy.ExtraStore.Count > MaxCertificates)
        {
            Error = new(TlsFault.CertificateListInvalid, string.Create(
                CultureInfo.InvariantCulture, $"expected 1 to {MaxCertificates} certificates, found {chain?.ChainPolicy.ExtraStore.Count ?? 0}"));
            return false;
        }

        if (!Certificate.TryParse(leaf.GetRawCertData(), out var parsedLeaf, out var refused))
        {
            Error = new(TlsFault.CertificateMalformed, refused.ToString());
            return false;
        }

        Leaf = parsedLeaf;

        // The platform hands the presented list, leaf included, in this store.
        var intermediates = ImmutableArray.CreateBuilder<Certificate>();
        foreach (var presented in chain.ChainPolicy.ExtraStore)
        {
            if (!Certificate.TryParse(presented.RawData, out var certificate, out refused))
            {
                Error = new(TlsFault.CertificateMalformed, refused.ToString());
                return false;
            }

            if (!certificate.Equals(parsedLeaf))
            {
                intermediates.Add(certificate);
            }
        }

        Report = ChainVerifier.Verify(new ChainRequest
        {
            Leaf = parsedLeaf,
            Intermediates = intermediates.ToImmutable(),
            Anchors = options.Anchors,
            Use = CertificateUse.Secc,
            At = options.TimeProvider.GetUtcNow(),
            Evidence = options.Evidence,
            Policy = options.Policy,
        });
        Error = Report.Verdict switch
        {
            ChainVerdict.Trusted => default,
            ChainVerdict.Undetermined => new(TlsFault.ChainUndetermined, Summary(Report)),
            _ => new(TlsFault.ChainRejected, Summary(Report)),
        };
        return Error.Fault is TlsFault.None;
    }

    /// <summary>Codes and reasons only: details may quote names.</summary>
    private static string Summary(ChainReport report) => string.Join(", ", report.Findings.Select(static finding => $"{finding.Code} {finding.Reason}"));
}
