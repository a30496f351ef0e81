namespace PairSettle.Credentials;

/// <summary>Counts the work of one verification down and remembers signatures, so that no pair is verified twice.</summary>
internal sealed class WorkMeter(WorkBudget budget, VerifiedLinks? links = null, IAlgorithmProvider? provider = null)
{
    private readonly Dictionary<(VerificationKey Key, object Signed), bool> _known = [];
    private int _signatures = budget.Signatures;
    private int _nodes = budget.Nodes;
    private int _nameComparisons = budget.NameComparisons;

    /// <summary>Whether something was left undone for want of budget.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Asks to visit one more certificate.</summary>
    public bool TryVisit() => TryTake(ref _nodes);

    /// <summary>Asks to compare one more name with a constraint.</summary>
    public bool TryCompareName() => TryTake(ref _nameComparisons);

    /// <summary>Whether the issuer's key signed the certificate; false too when the budget is gone, which <see cref="IsExhausted"/> tells.</summary>
    public bool Verify(Certificate issuer, Certificate issued)
    {
        if (links is not null && links.Contains(issuer, issued))
        {
            return true;
        }

        var verified = Verify(issuer, issued, issued.SignedData, issued.Scheme, issued.Signature);
        if (verified && !issuer.HasInheritedParameters)
        {
            links?.Add(issuer, issued);
        }

        return verified;
    }

    /// <summary>Whether the issuer's key signed the list.</summary>
    public bool Verify(Certificate issuer, CertificateRevocationList list) =>
        Verify(issuer, list, list.SignedData, list.Scheme, list.Signature);

    /// <summary>Whether the responder's key signed the response.</summary>
    public bool Verify(Certificate responder, OcspResponse response) =>
        Verify(responder, response, response.SignedData, response.Scheme, response.Signature);

    private bool Verify(Certificate issuer, object signed, ReadOnlyMemory<byte> data, SignatureScheme? scheme, ReadOnlyMemory<byte> signature)
    {
        if (issuer.Key is not { } key || !key.CanVerify(scheme, provider))
        {
            return false;
        }

        if (_known.TryGetValue((key, signed), out var known))
        {
            return known;
        }

        return TryTake(ref _signatures) && (_known[(key, signed)] = key.VerifyData(data.Span, scheme, signature.Span, provider));
    }

    private bool TryTake(ref int left)
    {
        if (left <= 0)
        {
            IsExhausted = true;
            return false;
        }

        left--;
        return true;
    }
}
