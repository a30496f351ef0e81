using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>One thing that was found about a chain.</summary>
/// <param name="Reason">What was found; code reads this.</param>
/// <param name="CertificateIndex">The certificate: 0 is the leaf, then its issuers in order, the anchor last.</param>
/// <param name="Detail">A text for people. It never holds a personal identifier.</param>
public sealed record ChainFinding(ChainReason Reason, int CertificateIndex, string Detail)
{
    /// <summary>The documented code, for example <c>CRED1004</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"CRED{(int)Reason:D4}");

    /// <summary>What the finding does to the verdict.</summary>
    public FindingEffect Effect { get; init; } = FindingEffect.Rejects;

    /// <summary>Code, place and text.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Code} {Reason} [{CertificateIndex}] {Effect}: {Detail}");
}
