namespace PairSettle.Credentials;

/// <summary>What it means that a certificate breaks a rule which RFC 5280 lays on its issuer and does not ask the verifier to enforce.</summary>
public enum IssuanceRules
{
    /// <summary>The breach is reported and changes nothing.</summary>
    Note,

    /// <summary>The chain is rejected.</summary>
    Reject,
}
