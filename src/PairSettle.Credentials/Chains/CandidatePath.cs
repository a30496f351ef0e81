using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>A path that the search found: the leaf and its issuers, and the anchor unless none was reached.</summary>
/// <param name="Certificates">The leaf, then its issuers, without the anchor. Empty when the leaf itself is the anchor.</param>
/// <param name="Trust">The anchor; null for a path that leads nowhere.</param>
/// <param name="BrokenLinks">Indexes of certificates whose signature the next certificate's key did not make.</param>
internal sealed record CandidatePath(
    ImmutableArray<Certificate> Certificates, TrustAnchor? Trust, ImmutableArray<int> BrokenLinks)
{
    /// <summary>The anchor's certificate.</summary>
    public Certificate? Anchor => Trust?.Certificate;

    /// <summary>The certificate of the issuer of the one at an index; null at the end of a path that reached no anchor.</summary>
    public Certificate? IssuerOf(int index) => index + 1 < Certificates.Length ? Certificates[index + 1] : Anchor;

    /// <summary>
    /// The path with the domain parameters that DSA keys inherit from above (RFC 5280, 6.1.4 (e)). Which they are depends on the path, so the
    /// signatures of such keys are verified here and not while the path grows.
    /// </summary>
    public CandidatePath WithInheritedParameters(WorkMeter meter)
    {
        if (!Certificates.Any(static certificate => certificate.InheritsParameters))
        {
            return this;
        }

        var completed = Certificates.ToBuilder();
        var broken = BrokenLinks.ToBuilder();
        for (var i = completed.Count - 1; i >= 0; i--)
        {
            var issuer = i + 1 < completed.Count ? completed[i + 1] : Anchor!;
            if (i + 1 < completed.Count && Certificates[i + 1].InheritsParameters && !meter.Verify(issuer, Certificates[i]))
            {
                broken.Add(i);
            }

            if (completed[i].InheritsParameters && issuer is { KeyAlgorithm: KeyAlgorithm.Dsa, InheritsParameters: false })
            {
                completed[i] = completed[i].WithParametersOf(issuer);
            }
        }

        return this with { Certificates = completed.ToImmutable(), BrokenLinks = broken.ToImmutable() };
    }
}
