namespace PairSettle.Credentials;

/// <summary>What the profile asks of the leaf alone.</summary>
internal sealed class LeafCheck(ChainRequest request, CertificateProfile profile, FindingList findings)
{
    public void Run(Certificate leaf, AuthorityRole? anchorRole)
    {
        if (profile.Use == CertificateUse.General)
        {
            CheckPeerName(leaf);
            return;
        }

        if (leaf.IsAuthority)
        {
            findings.Add(ChainReason.LeafIsAuthority, 0, "basicConstraints marks an authority");
        }

        if ((leaf.KeyUsage & profile.RequiredKeyUsage) != profile.RequiredKeyUsage || (leaf.KeyUsage & profile.ForbiddenKeyUsage) != 0)
        {
            findings.Add(
                ChainReason.KeyUsageWrong,
                0,
                $"key usage {leaf.KeyUsage}; required: {profile.RequiredKeyUsage}; forbidden: {profile.ForbiddenKeyUsage}");
        }

        if (!HasSuitableExtendedKeyUsage(leaf))
        {
            findings.Add(ChainReason.ExtendedKeyUsageWrong, 0, profile.ExtendedKeyUsageRule switch
            {
                ExtendedKeyUsageRule.Absent => "extended key usage must be absent",
                ExtendedKeyUsageRule.NamedIfPresent => $"extended key usage must be absent or name {profile.ExtendedKeyUsage}",
                _ => $"extended key usage must name {profile.ExtendedKeyUsage}",
            });
        }

        if (!HasSuitableDomainComponent(leaf, anchorRole))
        {
            findings.Add(ChainReason.DomainComponentWrong, 0, $"the domain component does not fit; expected: {profile.DomainComponent ?? "that of the anchor's role"}");
        }

        CheckCommonName(leaf);
    }

    private void CheckPeerName(Certificate leaf)
    {
        if (request.PeerName is { } name && !name.IsNamedBy(leaf))
        {
            findings.Add(ChainReason.PeerNameMismatch, 0, "no alternative name is that of the peer");
        }
    }

    private bool HasSuitableExtendedKeyUsage(Certificate leaf)
    {
        var usages = leaf.ExtendedKeyUsages;
        return profile.ExtendedKeyUsageRule switch
        {
            ExtendedKeyUsageRule.Absent => usages.IsEmpty,
            ExtendedKeyUsageRule.NamedIfPresent => usages.IsEmpty || usages.Contains(profile.ExtendedKeyUsage!) || usages.Contains(ExtendedKeyUsages.Any),
            _ => usages.Contains(profile.ExtendedKeyUsage!),
        };
    }

    private bool HasSuitableDomainComponent(Certificate leaf, AuthorityRole? anchorRole)
    {
        var given = leaf.Subject.DomainComponents;
        if (profile.DomainComponent is { } expected)
        {
            return given.IsEmpty ? profile.DomainComponentOptional : given.Contains(expected);
        }

        // A declaration of whichever authority: the domain component must name one that the anchor can speak for.
        if (profile.Use != CertificateUse.Declaration || anchorRole is not { } role)
        {
            return true;
        }

        return Enum.GetValues<AuthorityRole>().Any(authority =>
            given.Contains(CertificateProfile.DomainComponentOf(authority))
            && CertificateProfile.For(CertificateUse.Declaration, request.Policy.Edition, authority).Roles.Contains(role));
    }

    // The common name may be personal: no text here repeats it.
    private void CheckCommonName(Certificate leaf)
    {
        var name = leaf.Subject.CommonName;
        switch (profile.CommonName)
        {
            case CommonNameRule.Emaid when Emaid.TryParse(name, out var emaid):
                JudgeCheckCharacter(
                    request.Policy.EmaidCheck,
                    emaid.HasValidCheckCharacter,
                    ChainReason.EmaidCheckCharacter,
                    emaid.CheckCharacter is null ? "the EMAID has no check character" : "the EMAID's check character is wrong");
                break;
            case CommonNameRule.Evccid when Evccid.TryParse(name, out var evccid):
                JudgeCheckCharacter(
                    request.Policy.EvccidCheck, evccid.HasValidCheckCharacter, ChainReason.EvccidCheckCharacter, "the EVCCID's check character is wrong");
                break;
            case CommonNameRule.Evccid when request.Policy.VehicleRules == VehicleRules.Amendment1:
                findings.Add(ChainReason.CommonNameUnsuitable, 0, "the common name is not an EVCCID");
                break;
            case CommonNameRule.Emaid:
                findings.Add(ChainReason.CommonNameUnsuitable, 0, "the common name is not an EMAID");
                break;
            case CommonNameRule.Pcid when !Pcid.TryParse(name, out _):
                findings.Add(ChainReason.CommonNameUnsuitable, 0, "the common name is not a PCID");
                break;
            case CommonNameRule.Present or CommonNameRule.Evccid when string.IsNullOrWhiteSpace(name):
                findings.Add(ChainReason.CommonNameUnsuitable, 0, "the common name is absent");
                break;
        }
    }

    private void JudgeCheckCharacter(IdentifierCheck policy, bool isRight, ChainReason reason, string detail)
    {
        if (policy != IdentifierCheck.Ignore && !isRight)
        {
            findings.Add(reason, 0, detail, policy == IdentifierCheck.Require ? FindingEffect.Rejects : FindingEffect.Notes);
        }
    }
}
