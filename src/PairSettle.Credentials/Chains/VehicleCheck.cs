using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>
/// What ISO 15118-20 asks of the certificates of a vehicle besides the profile of the leaf, as far as public implementations show it. The anchor
/// is left out: it is a root of its maker, or the V2G root, and follows the profile of that.
/// </summary>
internal sealed class VehicleCheck(VehicleRules rules, FindingList findings)
{
    private const int MostCharacters = 64;
    private const KeyUsage ForbiddenToAll =
        KeyUsage.CrlSign | KeyUsage.DataEncipherment | KeyUsage.EncipherOnly | KeyUsage.DecipherOnly;

    public void Run(CandidatePath path)
    {
        if (rules == VehicleRules.Common || path.Certificates.IsEmpty)
        {
            return;
        }

        var leaf = path.Certificates[0];
        CheckLeafNames(leaf.Subject);
        if (rules == VehicleRules.Published2022)
        {
            return;
        }

        CheckLeafUsage(leaf);
        for (var i = 0; i < path.Certificates.Length; i++)
        {
            var certificate = path.Certificates[i];
            CheckNames(certificate.Subject, i);
            CheckKeyIdentifiers(certificate, path.IssuerOf(i), i);
            if (i > 0)
            {
                CheckAuthority(certificate, i);
            }
        }
    }

    // [V2G20-2598], and with amendment 1 the domain component of [V2G20-3073] besides.
    private void CheckLeafNames(DistinguishedName subject)
    {
        foreach (var attribute in subject.Attributes)
        {
            var fits = attribute.Oid is Oids.Organization or Oids.CommonName
                || (attribute.Oid == Oids.DomainComponent && rules == VehicleRules.Amendment1);
            Demand(fits, 0, "the subject of a vehicle has an attribute besides organization and common name");
        }

        Demand(
            subject.Attributes.Count(static a => a.Oid == Oids.Organization) == 1 && subject.Attributes.Count(static a => a.Oid == Oids.CommonName) == 1,
            0,
            "the subject of a vehicle has one organization and one common name");
    }

    private void CheckLeafUsage(Certificate leaf)
    {
        if ((leaf.KeyUsage & ForbiddenToAll) != 0)
        {
            findings.Add(ChainReason.KeyUsageWrong, 0, $"key usage {leaf.KeyUsage}; forbidden: {ForbiddenToAll}");
        }

        var onlyTls = leaf.ExtendedKeyUsages.All(static usage => usage is ExtendedKeyUsages.ClientAuthentication or ExtendedKeyUsages.ServerAuthentication);
        if (!onlyTls || leaf.FindExtension(Oids.ExtendedKeyUsage) is { Critical: false })
        {
            findings.Add(ChainReason.ExtendedKeyUsageWrong, 0, "extended key usage must be critical and name no more than clientAuth and serverAuth");
        }
    }

    private void CheckAuthority(Certificate authority, int index)
    {
        if ((authority.KeyUsage & ForbiddenToAll) != 0)
        {
            findings.Add(ChainReason.AuthorityUsageWrong, index, $"key usage {authority.KeyUsage}; forbidden: {ForbiddenToAll}");
        }

        if (!authority.ExtendedKeyUsages.IsEmpty)
        {
            findings.Add(ChainReason.AuthorityUsageWrong, index, "extended key usage must be absent");
        }
    }

    // The role is in the domain component, whichever anchor is above ([V2G20-3073], [V2G20-3406]); the kinds of strings are those of [V2G20-3038].
    private void CheckNames(DistinguishedName subject, int index)
    {
        Demand(
            subject.DomainComponents is [var role] && role.EndsWith("EV", StringComparison.Ordinal),
            index,
            "the subject has one domain component, which ends in EV");
        foreach (var attribute in subject.Attributes)
        {
            Demand(HasSuitableForm(attribute), index, $"an attribute of the kind {attribute.Oid} is not encoded as the profile asks");
        }
    }

    private static bool HasSuitableForm(NameAttribute attribute) => attribute.Oid switch
    {
        Oids.CommonName or Oids.Organization or Oids.OrganizationalUnit =>
            attribute is { Kind: UniversalTagNumber.UTF8String, Value: { Length: > 0 } text } && text.EnumerateRunes().Count() <= MostCharacters,
        Oids.Country => attribute is { Kind: UniversalTagNumber.PrintableString, Value.Length: 2 },
        Oids.DomainComponent => attribute is { Kind: UniversalTagNumber.IA5String, Value.Length: > 0 },
        _ => false,
    };

    // [V2G20-3431], [V2G20-3432]: both made of the key, and the issuer is not named in another way.
    private void CheckKeyIdentifiers(Certificate certificate, Certificate? issuer, int index)
    {
        if (!KeyIdentifier.IsOfKey(certificate.SubjectKeyIdentifier.Span, certificate.PublicKey.Span))
        {
            findings.Add(ChainReason.KeyIdentifierWrong, index, "subjectKeyIdentifier must be made of the key (RFC 5280, 4.2.1.2)");
        }

        var identifier = certificate.AuthorityKeyIdentifier;
        var bare = certificate.FindExtension(Oids.AuthorityKeyIdentifier) is { } extension && extension.Value.Length == identifier.Length + 4;
        if (!bare || (issuer is not null && !KeyIdentifier.IsOfKey(identifier.Span, issuer.PublicKey.Span)))
        {
            findings.Add(ChainReason.KeyIdentifierWrong, index, "authorityKeyIdentifier must be made of the issuer's key and hold nothing else");
        }
    }

    private void Demand(bool holds, int index, string detail)
    {
        if (!holds)
        {
            findings.Add(ChainReason.SubjectFormWrong, index, detail);
        }
    }
}
