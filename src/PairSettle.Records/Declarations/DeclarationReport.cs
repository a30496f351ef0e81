using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>What a verifier found in one declaration. Whether it is about a certain session is the session's question.</summary>
public sealed record DeclarationReport
{
    /// <summary>Whether the issuer's certificate verifies the signature.</summary>
    public required CmsSignatureFault Signature { get; init; }

    /// <summary>Whether an authority of this role may issue declarations of this kind.</summary>
    public required bool IssuerMaySpeak { get; init; }

    /// <summary>The issuer's chain to an anchor of its role; null when its role may not speak at all.</summary>
    public required ChainReport? Chain { get; init; }

    /// <summary>Whether the declaration counts at the given time.</summary>
    public required bool IsInForce { get; init; }

    /// <summary>Whether all of it is right.</summary>
    public bool IsTrusted => Signature == CmsSignatureFault.None && IssuerMaySpeak && Chain is { Verdict: ChainVerdict.Trusted } && IsInForce;
}
