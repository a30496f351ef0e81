using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>
/// Depth-first search from the leaf to the anchors over everything that was given, with backtracking: a branch that leads nowhere, or to a
/// path that the checks reject, does not hide another that holds. Key identifiers only order the candidates (RFC 5280, 4.2.1.1).
/// </summary>
internal sealed class PathBuilder
{
    // Deeper than any profile allows, so that a chain that is too long is reported as that; it also bounds the recursion.
    private const int DeepestSearch = 16;
    private const int Invalid = 3;

    private readonly IssuerIndex _index;
    private readonly WorkMeter _meter;
    private readonly DateTimeOffset _at;
    private readonly List<Certificate> _path = [];
    private readonly List<int> _broken = [];
    private Func<CandidatePath, bool> _accept = static _ => true;
    private bool _toleratesBroken;

    public PathBuilder(ChainRequest request, IssuerIndex index, WorkMeter meter)
    {
        _index = index;
        _meter = meter;
        _at = request.At;
        Longest = new CandidatePath([request.Leaf], Trust: null, []);
    }

    /// <summary>The longest path so far that reached no anchor.</summary>
    public CandidatePath Longest { get; private set; }

    /// <summary>Shows every path that ends in an anchor until one is accepted.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="toleratesBroken">Whether links count whose signature is wrong, for a report that names them.</param>
    /// <param name="accept">Says whether to stop.</param>
    /// <returns>Whether a path was accepted.</returns>
    public bool Search(Certificate leaf, bool toleratesBroken, Func<CandidatePath, bool> accept)
    {
        _accept = accept;
        _toleratesBroken = toleratesBroken;
        _path.Clear();
        _broken.Clear();
        foreach (var anchor in _index.Anchors(leaf.Subject, _meter))
        {
            if (anchor.Certificate.Equals(leaf) && accept(new CandidatePath([], anchor, [])))
            {
                return true;
            }
        }

        return Extend(leaf);
    }

    private bool Extend(Certificate certificate)
    {
        if (!_meter.TryVisit())
        {
            return false;
        }

        _path.Add(certificate);
        if (_path.Count > Longest.Certificates.Length)
        {
            Longest = new CandidatePath([.. _path], Trust: null, [.. _broken]);
        }

        var found = TryAnchors(certificate) || (_path.Count < DeepestSearch && TryIntermediates(certificate));
        _path.RemoveAt(_path.Count - 1);
        return found;
    }

    private bool TryAnchors(Certificate certificate)
    {
        foreach (var anchor in _index.Anchors(certificate.Issuer, _meter).OrderBy(candidate => Rank(certificate, candidate)))
        {
            if (!IsAmongIssuers(anchor.Certificate) && Enter(certificate, anchor.Certificate))
            {
                var found = new CandidatePath([.. _path], anchor, [.. _broken]).WithInheritedParameters(_meter);
                var accepted = (found.BrokenLinks.IsEmpty || _toleratesBroken) && _accept(found);
                Leave();
                if (accepted)
                {
                    return true;
                }
            }

            if (_meter.IsExhausted)
            {
                return false;
            }
        }

        return false;
    }

    private bool TryIntermediates(Certificate certificate)
    {
        foreach (var issuer in _index.Intermediates(certificate.Issuer, _meter).OrderBy(candidate => Rank(certificate, candidate)))
        {
            if (!IsOnPath(issuer) && Enter(certificate, issuer))
            {
                var found = Extend(issuer);
                Leave();
                if (found)
                {
                    return true;
                }
            }

            if (_meter.IsExhausted)
            {
                return false;
            }
        }

        return false;
    }

    // A link with a wrong signature is worth a report only if the key identifiers do not say that the issuer is another one.
    private bool Enter(Certificate issued, Certificate issuer)
    {
        if (issuer.InheritsParameters || _meter.Verify(issuer, issued))
        {
            return true; // what inherits is verified when the path is complete
        }

        if (_meter.IsExhausted || !_toleratesBroken || Likelihood(issued, issuer) == 2)
        {
            return false;
        }

        _broken.Add(_path.Count - 1);
        return true;
    }

    private void Leave() => _broken.Remove(_path.Count - 1);

    // The same name with the same key is the same authority, whatever certificate it shows (loops of cross certificates end here).
    private bool IsOnPath(Certificate candidate) => IsSame(_path[0], candidate) || IsAmongIssuers(candidate);

    // The leaf may be what an anchor says about itself anew; above it an authority that is the anchor would only make the path look longer.
    private bool IsAmongIssuers(Certificate candidate)
    {
        for (var i = 1; i < _path.Count; i++)
        {
            if (IsSame(_path[i], candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Certificate one, Certificate other) =>
        one.SubjectPublicKeyInfo.Span.SequenceEqual(other.SubjectPublicKeyInfo.Span) && one.Subject.Equals(other.Subject);

    // Certificates that are valid at the time come first, so that the budget is not spent on those that cannot lead to an accepted path.
    private int Rank(Certificate issued, TrustAnchor anchor) => Rank(issued, anchor.Certificate) + (anchor.CountsAt(_at) ? 0 : 2 * Invalid);

    private int Rank(Certificate issued, Certificate issuer) =>
        Likelihood(issued, issuer) + (_at >= issuer.NotBefore && _at <= issuer.NotAfter ? 0 : Invalid);

    private static int Likelihood(Certificate issued, Certificate issuer)
    {
        if (issued.AuthorityKeyIdentifier.IsEmpty || issuer.SubjectKeyIdentifier.IsEmpty)
        {
            return 1;
        }

        return issued.AuthorityKeyIdentifier.Span.SequenceEqual(issuer.SubjectKeyIdentifier.Span) ? 0 : 2;
    }
}
