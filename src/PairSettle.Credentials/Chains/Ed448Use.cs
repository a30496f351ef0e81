namespace PairSettle.Credentials;

/// <summary>Whether the profiles of ISO 15118-20 accept Ed448, which the standard leaves to configuration ([V2G20-2319], [V2G20-2320]).</summary>
public enum Ed448Use
{
    /// <summary>Keys and signatures of Ed448 are not of the profile.</summary>
    Refuse,

    /// <summary>Ed448 counts beside ECDSA on P-521. Verifying it takes a <see cref="ChainPolicy.Provider"/>.</summary>
    Accept,
}
