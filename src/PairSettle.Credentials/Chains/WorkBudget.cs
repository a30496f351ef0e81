namespace PairSettle.Credentials;

/// <summary>
/// The most work that one verification may do, whatever it is given. Chains of the profiles need at most three signatures and four nodes,
/// and one or two signatures per certificate for evidence. Exhaustion is a finding, never a silent answer.
/// </summary>
/// <param name="Signatures">The most signature verifications, those of evidence included.</param>
/// <param name="Nodes">The most certificates that the path search visits.</param>
/// <param name="NameComparisons">The most comparisons of a name with a name constraint.</param>
public sealed record WorkBudget(int Signatures, int Nodes, int NameComparisons = 250_000)
{
    /// <summary>100 signatures, 2,000 nodes and 250,000 name comparisons.</summary>
    public static WorkBudget Default { get; } = new(100, 2_000);
}
