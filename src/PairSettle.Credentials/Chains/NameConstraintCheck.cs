using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>
/// Name constraints of a path (RFC 5280, 6.1.3 (b), (c), 6.1.4 (g)). A name must satisfy the constraints of every certificate above it, so
/// no set of names is ever intersected: each is asked in turn, at one unit of the budget for each comparison.
/// </summary>
internal sealed class NameConstraintCheck(WorkMeter meter, FindingList findings)
{
    private readonly List<NameConstraints> _above = [];

    /// <summary>Adds the constraints of the next certificate, from the anchor down.</summary>
    public void Enter(Certificate issuer)
    {
        if (issuer.NameConstraints is { } constraints)
        {
            _above.Add(constraints);
        }
    }

    /// <summary>Checks the names of a certificate against the constraints so far.</summary>
    public void Check(Certificate certificate, int index)
    {
        if (_above.Count == 0 || (certificate.IsSelfIssued && index > 0))
        {
            return;
        }

        foreach (var name in NamesOf(certificate))
        {
            if (!meter.TryLookUp(_above.Count))
            {
                return;
            }

            foreach (var constraints in _above)
            {
                if (!IsSatisfied(constraints, name, index))
                {
                    return; // one name is enough to reject, and the texts of the others would flood the report
                }
            }
        }
    }

    private static IEnumerable<GeneralName> NamesOf(Certificate certificate)
    {
        if (!certificate.Subject.IsEmpty)
        {
            yield return new(GeneralNameKind.Directory, null, default, certificate.Subject);
        }

        foreach (var name in certificate.AlternativeNames)
        {
            yield return name;
        }

        if (certificate.AlternativeNames.IsEmpty)
        {
            // Before there were alternative names, a mailbox stood in the subject (RFC 5280, 4.2.1.10).
            foreach (var attribute in certificate.Subject.Attributes)
            {
                if (attribute is { Oid: Oids.EmailAddress, Value: { } mailbox })
                {
                    yield return new(GeneralNameKind.Email, mailbox, default, null);
                }
            }
        }
    }

    private bool IsSatisfied(NameConstraints constraints, GeneralName name, int index)
    {
        var (excluded, permitted) = (constraints.ExcludedOf(name.Kind), constraints.PermittedOf(name.Kind));
        if (excluded.IsEmpty && permitted.IsEmpty)
        {
            return true;
        }

        if (!meter.TryCompareNames(excluded.Length + permitted.Length))
        {
            return false;
        }

        if (!CanCompare(name))
        {
            return Refuse(ChainReason.NameConstraintsUnchecked, index, $"a constraint on names of the form {name.Kind} cannot be evaluated");
        }

        if (excluded.Any(subtree => NameSubtree.Overlaps(name, subtree)))
        {
            return Refuse(ChainReason.NameExcluded, index, $"a name of the form {name.Kind} is excluded");
        }

        return permitted.IsEmpty || permitted.Any(subtree => NameSubtree.Contains(name, subtree))
            || Refuse(ChainReason.NameNotPermitted, index, $"a name of the form {name.Kind} is not among the permitted ones");
    }

    private static bool CanCompare(GeneralName name) => name.Kind switch
    {
        GeneralNameKind.Dns => DnsName.IsValid(name.Text, wildcard: true),
        GeneralNameKind.Email => EmailAddress.TrySplit(name.Text, out _, out _),
        GeneralNameKind.Uri => NameSubtree.TryGetHost(name.Text!, out _),
        GeneralNameKind.Directory or GeneralNameKind.Ip => true,
        _ => false,
    };

    private bool Refuse(ChainReason reason, int index, FormattableString detail)
    {
        findings.Add(reason, index, detail.ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
