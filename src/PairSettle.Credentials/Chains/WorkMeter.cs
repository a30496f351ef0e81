namespace PairSettle.Credentials;

/// <summary>Counts the work of one verification down and remembers signatures, so that no pair is verified twice.</summary>
internal sealed class WorkMeter(WorkBudget budget, VerifiedLinks? links = null, IAlgorithmProvider? provider = null)
{
    private readonly Dictionary<(VerificationKey Key, object Signed), bool> _known = [];
    private int _signatures = budget.Signatures;
    private int _nodes = budget.Nodes;
    private int _nameComparisons = budget.NameComparisons;
    private int _lookups = budget.Lookups;

    /// <summary>Whether something was left undone for want of budget.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Asks to visit one more certificate.</summary>
    public bool TryVisit() => TryTake(ref _nodes);

    /// <summary>Asks to compare one name with several constraints.</summary>
    public bool TryCompareNames(int count) => TryTake(ref _nameComparisons, count);

    /// <summary>Asks to look at so many things.</summary>
    public bool TryLookUp(int count = 1) => TryTake(ref _lookups, count);

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

    // What does not fit takes what is left: after the first refusal nothing is done any more.
    private bool TryTake(ref int left, int count = 1)
    {
        if (left < count)
        {
            IsExhausted = true;
            left = 0;
            return false;
        }

        left -= count;
        return true;
    }
}
