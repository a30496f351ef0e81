using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>One thing that was found about a trust list.</summary>
/// <param name="Reason">What was found; code reads this.</param>
/// <param name="Effect">What it does to the verdict.</param>
/// <param name="Detail">A text for people.</param>
public sealed record TrustListFinding(TrustListReason Reason, FindingEffect Effect, string Detail)
{
    /// <summary>The documented code, for example <c>CRED3007</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"CRED{(int)Reason:D4}");

    /// <summary>Code, effect and text.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Code} {Reason} {Effect}: {Detail}";
}
