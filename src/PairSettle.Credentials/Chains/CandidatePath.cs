using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>A path that the search found: the leaf and its issuers, and the anchor unless none was reached.</summary>
/// <param name="Certificates">The leaf, then its issuers, without the anchor. Empty when the leaf itself is the anchor.</param>
/// <param name="Anchor">The anchor; null for a path that leads nowhere.</param>
/// <param name="Role">The anchor's role.</param>
/// <param name="BrokenLinks">Indexes of certificates whose signature the next certificate's key did not make.</param>
internal sealed record CandidatePath(
    ImmutableArray<Certificate> Certificates, Certificate? Anchor, AuthorityRole Role, ImmutableArray<int> BrokenLinks);
