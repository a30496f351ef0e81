using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Certificates, which are verified for every use, and evidence, which is put to the authorities' certificates.</summary>
internal sealed class ChainTarget : CredentialTarget
{
    private SeedAuthorities _authorities = new([]);

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Certificate, CredentialKind.List, CredentialKind.Response];

    /// <inheritdoc/>
    public override void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds) => _authorities = new(seeds);

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input) => kind switch
    {
        CredentialKind.Certificate => Outcome.Of(Certificate.TryParse((byte[])input, out var certificate, out var error), certificate, error),
        CredentialKind.List => Outcome.Of(CertificateRevocationList.TryParse((byte[])input, out var list, out var error), list, error),
        _ => Outcome.Of(OcspResponse.TryParse((byte[])input, out var response, out var error), response, error),
    };

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        if (accepted is not Certificate certificate)
        {
            var item = (EvidenceItem)accepted;
            problem = Kept(item.RawData, octets);
            return Use(item);
        }

        problem = Kept(certificate.RawData, octets);
        if (!genuine && _authorities.Verify(certificate, CertificateUse.General, RevocationEvidence.Empty, RevocationDepth.None).Verdict == ChainVerdict.Trusted)
        {
            problem = "damaged, and trusted all the same";
        }

        return Use(certificate);
    }

    private string Use(Certificate certificate)
    {
        var found = Enum.GetValues<CertificateUse>().SelectMany(use => _authorities.Verify(certificate, use, _authorities.Evidence).Findings);
        _ = certificate.ToString();
        _ = certificate.Subject.ToUnmaskedString();
        return $"{certificate.Version} {certificate.KeyAlgorithm} {Oids(certificate.Extensions)} {Reasons(found)}";
    }

    private string Use(EvidenceItem item)
    {
        var evidence = RevocationEvidence.Create([item]);
        var found = _authorities.Intermediates.Select(authority => Reasons(_authorities.Verify(authority, CertificateUse.General, evidence).Findings));
        var (count, extensions) = item is CertificateRevocationList list ? (list.Count, Oids(list.Extensions)) : (((OcspResponse)item).Answers.Length, string.Empty);
        return $"{Magnitude(count)} {extensions} {string.Join('|', found.Distinct())}";
    }
}
