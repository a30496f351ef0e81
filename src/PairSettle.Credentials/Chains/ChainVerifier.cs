namespace PairSettle.Credentials;

/// <summary>
/// Verifies chains offline (RFC 5280, section 6, with the profiles of ISO 15118): time, anchors, evidence and policy are arguments, the
/// answer is a report with every defect found. It never throws on what certificates hold, and its work is bounded by the policy's budget.
/// </summary>
public static class ChainVerifier
{
    /// <summary>Verifies a chain.</summary>
    /// <param name="request">The chain, the anchors, the use, the time, the evidence and the policy.</param>
    /// <returns>The report about the path that holds or, where none does, about the one with the fewest defects.</returns>
    /// <exception cref="ArgumentException">The request names what its use does not have.</exception>
    public static ChainReport Verify(ChainRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Role is not null && request.Use != CertificateUse.Declaration)
        {
            throw new ArgumentException("a role is named for declarations alone; other uses have theirs in the profile", nameof(request));
        }

        if ((request.PeerName is not null || request.ExtendedKeyUsage is not null) && request.Use != CertificateUse.General)
        {
            throw new ArgumentException(
                "a peer name or an extended key usage is named for the general use alone; other uses have theirs in the profile", nameof(request));
        }

        return new Verification(request, CertificateProfile.For(request.Use, request.Policy.Edition, request.Role)).Run();
    }
}
