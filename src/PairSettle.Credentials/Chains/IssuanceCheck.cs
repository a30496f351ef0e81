namespace PairSettle.Credentials;

/// <summary>The rules of RFC 5280 for issuers, which a verifier need not enforce and may.</summary>
internal sealed class IssuanceCheck(FindingEffect effect, WorkMeter meter, FindingList findings)
{
    // RFC 5280 says of each whether issuers must mark it critical (true) or must not (false).
    private static readonly (string Oid, bool Critical, string Clause)[] Criticality =
    [
        (Oids.AuthorityKeyIdentifier, false, "authorityKeyIdentifier must not be critical (4.2.1.1)"),
        (Oids.SubjectKeyIdentifier, false, "subjectKeyIdentifier must not be critical (4.2.1.2)"),
        (Oids.NameConstraints, true, "nameConstraints must be critical (4.2.1.10)"),
        (Oids.PolicyConstraints, true, "policyConstraints must be critical (4.2.1.11)"),
        (Oids.InhibitAnyPolicy, true, "inhibitAnyPolicy must be critical (4.2.1.14)"),
        (Oids.FreshestCrl, false, "freshestCRL must not be critical (4.2.1.15)"),
        (Oids.AuthorityInfoAccess, false, "authorityInfoAccess must not be critical (4.2.2.1)"),
    ];

    public void Run(Certificate certificate, int index, bool isAnchor)
    {
        foreach (var (oid, critical, clause) in Criticality)
        {
            if (certificate.FindExtension(oid) is { } extension && extension.Critical != critical)
            {
                Add(index, clause);
            }
        }

        if (certificate.IsAuthority)
        {
            CheckAuthority(certificate, index);
        }
        else
        {
            Demand(certificate.NameConstraints is null, index, "nameConstraints belongs into certificates of authorities alone (4.2.1.10)");
            Demand(!certificate.KeyUsage.HasFlag(KeyUsage.KeyCertSign), index, "keyCertSign belongs to authorities alone (4.2.1.9)");
        }

        Demand(
            !certificate.AuthorityKeyIdentifier.IsEmpty
            || (certificate.FindExtension(Oids.AuthorityKeyIdentifier) is null && NeedNotNameIssuersKey(certificate, isAnchor)),
            index,
            "authorityKeyIdentifier with a keyIdentifier must be present (4.2.1.1)");
        Demand(
            !certificate.Subject.IsEmpty || certificate.FindExtension(Oids.SubjectAltName) is { Critical: true },
            index,
            "an empty subject needs a critical subjectAltName (4.1.2.6)");
        foreach (var name in certificate.AlternativeNames)
        {
            if (name.Kind == GeneralNameKind.Dns && !DnsName.IsValid(name.Text, wildcard: true))
            {
                Add(index, "a DNS name is not in the preferred syntax (4.2.1.6)");
                break;
            }
        }
    }

    // A self-signed certificate need not name its own key twice. Whether one that names itself as its issuer signed itself is not worth a
    // verification; of an anchor that names another it is, since roots that authorities certify for each other look the same.
    private bool NeedNotNameIssuersKey(Certificate certificate, bool isAnchor) =>
        certificate.IsSelfIssued || (isAnchor && meter.Verify(certificate, certificate));

    private void CheckAuthority(Certificate certificate, int index)
    {
        Demand(certificate.FindExtension(Oids.BasicConstraints) is { Critical: true }, index, "basicConstraints of an authority must be critical (4.2.1.9)");
        Demand(!certificate.SubjectKeyIdentifier.IsEmpty, index, "an authority must have a subjectKeyIdentifier (4.2.1.2)");
        Demand(!certificate.Subject.IsEmpty, index, "the subject of an authority must not be empty (4.1.2.6)");
        Demand(
            certificate.PathLength is null || (certificate.HasKeyUsage && certificate.KeyUsage.HasFlag(KeyUsage.KeyCertSign)),
            index,
            "a path length needs keyCertSign (4.2.1.9)");
    }

    private void Demand(bool holds, int index, string clause)
    {
        if (!holds)
        {
            Add(index, clause);
        }
    }

    private void Add(int index, string clause) => findings.Add(ChainReason.IssuanceRuleBroken, index, clause, effect);
}
