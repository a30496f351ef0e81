namespace PairSettle.Credentials;

/// <summary>
/// Finds who may sign a revocation list besides the issuer of the certificate in question (RFC 5280, 6.3.3 (f)): another key of the same
/// authority, or the signer that the certificate's distribution point names. Either must itself be valid under the same anchor.
/// </summary>
internal sealed class ListSigners(ChainRequest request, IssuerIndex index, PathAssessor assessor)
{
    // A signer's revocation may hang on a list of another signer. Nobody builds that in earnest, and each level is one of the call stack.
    private const int DeepestSigner = 8;

    private readonly ChainRequest _general = request with
    {
        Use = CertificateUse.General,
        Role = null,
        PeerName = null,
        ExtendedKeyUsage = null,
        Policy = request.Policy with { Policies = PolicyRequirements.None, MaxIntermediates = null },
    };

    private readonly Dictionary<(Certificate Signer, Certificate Anchor), bool> _known = [];
    private readonly HashSet<Certificate> _open = [];

    /// <summary>Whether the list is signed by somebody who may sign it.</summary>
    /// <param name="list">The list; its issuer is the certificate's or one that a distribution point of it names.</param>
    /// <param name="issuer">The certificate of the authority that issued the certificate in question.</param>
    /// <param name="superior">The name of the authority above that one.</param>
    /// <param name="anchor">The anchor of the path; null where none was reached, and then nobody but the issuer counts.</param>
    /// <param name="algorithms">What may be signed with.</param>
    /// <param name="meter">The work.</param>
    public bool Signed(CertificateRevocationList list, Certificate issuer, DistinguishedName superior, Certificate? anchor, AlgorithmRule algorithms, WorkMeter meter)
    {
        var own = list.Issuer.Equals(issuer.Subject);
        if (own && MaySign(issuer, list, algorithms) && meter.Verify(issuer, list))
        {
            return true;
        }

        if (anchor is null)
        {
            return false;
        }

        var named = index.Intermediates(list.Issuer, meter);
        foreach (var signer in anchor.Subject.Equals(list.Issuer) ? named.Prepend(anchor) : named)
        {
            // A key of the authority's own name counts only where the authority itself or the one above certified it.
            if (!signer.Equals(issuer)
                && (!own || signer.Issuer.Equals(issuer.Subject) || signer.Issuer.Equals(superior))
                && MaySign(signer, list, algorithms)
                && meter.Verify(signer, list)
                && IsTrusted(signer, anchor, meter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MaySign(Certificate signer, CertificateRevocationList list, AlgorithmRule algorithms) =>
        (!signer.HasKeyUsage || signer.KeyUsage.HasFlag(KeyUsage.CrlSign)) && algorithms.AllowsEvidence(signer, list.Scheme);

    private bool IsTrusted(Certificate signer, Certificate anchor, WorkMeter meter)
    {
        if (signer.Equals(anchor))
        {
            return true;
        }

        if (_known.TryGetValue((signer, anchor), out var known))
        {
            return known;
        }

        // A signer may answer for its own certificate by its own list; what else is wrong with it is found on the way.
        if (_open.Contains(signer))
        {
            return true;
        }

        if (_open.Count == DeepestSigner)
        {
            return false;
        }

        _open.Add(signer);

        var profile = CertificateProfile.For(CertificateUse.General);
        var trusted = new PathBuilder(_general, index, meter).Search(
            signer,
            toleratesBroken: false,
            path => anchor.Equals(path.Anchor) && assessor.Assess(_general, profile, meter, path).Verdict == ChainVerdict.Trusted);
        _open.Remove(signer);
        if (_open.Count == 0)
        {
            _known[(signer, anchor)] = trusted; // inside of a circle the answer leans on another that is not finished
        }

        return trusted;
    }
}
