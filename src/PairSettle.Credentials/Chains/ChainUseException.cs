namespace PairSettle.Credentials;

/// <summary>A chain that was verified for one use was handed where another use is needed (<c>CRED5001</c>): a mistake of the caller.</summary>
public sealed class ChainUseException : ArgumentException
{
    /// <summary>The documented code.</summary>
    public const string Code = "CRED5001";

    internal ChainUseException(CertificateUse expected, CertificateUse found, string parameter)
        : base($"{Code}: the chain was verified for {found}; expected: {expected}", parameter)
    {
        Expected = expected;
        Found = found;
    }

    /// <summary>The use that is needed.</summary>
    public CertificateUse Expected { get; }

    /// <summary>The use that the chain was verified for.</summary>
    public CertificateUse Found { get; }
}
