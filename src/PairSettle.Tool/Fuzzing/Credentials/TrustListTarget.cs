using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// Signed trust lists, and their content alone. Content is also put into the object of a genuine signature with the digest made right, so that
/// nothing but the signature speaks against it.
/// </summary>
internal sealed class TrustListTarget : CredentialTarget
{
    private SeedAuthorities _authorities = new([]);
    private CmsFields? _genuine;
    private Certificate? _publisher;

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Cms, CredentialKind.TrustList];

    /// <inheritdoc/>
    public override void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds)
    {
        _authorities = new(seeds);
        foreach (var (_, octets) in seeds.Where(static seed => seed.Kind == CredentialKind.Cms).Take(1))
        {
            var fields = CmsParser.Parse(octets, TrustList.ContentType, TrustList.MaxLength);
            _genuine = fields;
            _publisher = _authorities.Certificates.FirstOrDefault(certificate => certificate.Sha256.Span.SequenceEqual(fields.Certificate.Span));
        }
    }

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        CredentialError error;
        return kind == CredentialKind.Cms
            ? Outcome.Of(CmsSignedData.TryParse((byte[])input, TrustList.ContentType, TrustList.MaxLength, out var signed, out error), signed, error)
            : Outcome.Of(TrustList.TryDecode((byte[])input, out var list, out error), list, error);
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        if (accepted is CmsSignedData signed)
        {
            problem = Kept(signed.RawData, octets);
            return _publisher is null ? string.Empty : Verify(octets, genuine, ref problem);
        }

        var list = (TrustList)accepted;
        problem = Kept(list.Encode(), octets);
        var behaviour = $"{Magnitude(list.Anchors.Length)} {Magnitude(list.Withdrawals.Length)} {list.Anchors.Select(static anchor => anchor.Role).Distinct().Count()}";
        return _genuine is null || _publisher is null
            ? behaviour
            : $"{behaviour} {Verify(CmsWriter.Encode(_genuine with { Content = octets }), genuine, ref problem)}";
    }

    private string Verify(byte[] cms, bool genuine, ref string? problem)
    {
        if (!SignedTrustList.TryParse(cms, [_publisher!], out var list, out var error))
        {
            return error.ToString();
        }

        var report = TrustListVerifier.Verify(new()
        {
            List = list,
            Anchors = _authorities.Anchors,
            At = _authorities.At,
            Policy = SeedAuthorities.Policy with { Depth = RevocationDepth.None },
        });
        if (!genuine && (report.Verdict == ChainVerdict.Trusted || list.Signed.Verify(_publisher!) == CmsSignatureFault.None))
        {
            problem = "damaged, and trusted all the same";
        }

        return $"{report.Verdict} {string.Join(' ', report.Findings.Select(static finding => finding.Reason))}";
    }
}
