namespace PairSettle.Credentials;

/// <summary>A certificate that is trusted in one role, always or within a window of time.</summary>
/// <param name="Role">The role.</param>
/// <param name="Certificate">The certificate.</param>
public sealed record TrustAnchor(AuthorityRole Role, Certificate Certificate)
{
    /// <summary>The instant from which the anchor counts; null for always.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>The instant from which the anchor does not count any more; null for never.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The list that the anchor came with; null where the holder of the store brought it in otherwise.</summary>
    public TrustListReference? List { get; init; }

    /// <summary>The list that withdrew the anchor and so set <see cref="ValidUntil"/>; null where it was not withdrawn.</summary>
    public TrustListReference? WithdrawnBy { get; init; }

    /// <summary>Whether the anchor counts at a time. The certificate's own validity is another question.</summary>
    /// <param name="at">The time.</param>
    /// <returns>True within the window.</returns>
    public bool CountsAt(DateTimeOffset at) => !(at < ValidFrom) && !(at >= ValidUntil);
}
