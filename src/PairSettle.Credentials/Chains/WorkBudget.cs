namespace PairSettle.Credentials;

/// <summary>
/// The most work that one verification may do, whatever it is given. Chains of the profiles need at most three signatures and four nodes,
/// and one or two signatures per certificate for evidence. Exhaustion is a finding, never a silent answer.
/// </summary>
/// <param name="Signatures">The most signature verifications, those of evidence included.</param>
/// <param name="Nodes">The most certificates that the path search visits.</param>
/// <param name="NameComparisons">The most comparisons of a name with a name constraint.</param>
/// <param name="Lookups">
/// The most things that are looked at, each for one question: candidates for an issuer or for the signer of a list, items of evidence and their
/// answers, names of distribution points, policies.
/// </param>
public sealed record WorkBudget(int Signatures, int Nodes, int NameComparisons = 250_000, int Lookups = 500_000)
{
    /// <summary>100 signatures, 2,000 nodes, 250,000 name comparisons and 500,000 lookups.</summary>
    public static WorkBudget Default { get; } = new(100, 2_000);
}
