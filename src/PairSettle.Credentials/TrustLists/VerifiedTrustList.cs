namespace PairSettle.Credentials;

/// <summary>A trust list that <see cref="TrustListVerifier"/> found trusted. Nobody else can make one, so the type shows that the check was made.</summary>
public sealed class VerifiedTrustList
{
    internal VerifiedTrustList(SignedTrustList list, VerifiedChain publisher)
    {
        Content = list.Content;
        Reference = list.Reference;
        Publisher = publisher;
    }

    /// <summary>What the list says.</summary>
    public TrustList Content { get; }

    /// <summary>Names this issue. Keep it, and hand it over as <see cref="TrustListRequest.Known"/> next time.</summary>
    public TrustListReference Reference { get; }

    /// <summary>The publisher's chain.</summary>
    public VerifiedChain Publisher { get; }
}
