namespace PairSettle.Credentials;

/// <summary>Which algorithms count where no profile of ISO 15118 names them (<see cref="CertificateUse.General"/>).</summary>
public enum AlgorithmPolicy
{
    /// <summary>
    /// ECDSA on the three NIST curves and RSA (PKCS #1 v1.5 and PSS) of at least 2,048 bits, both with SHA-256, SHA-384 or SHA-512; Ed25519 and
    /// Ed448 where a provider offers them.
    /// </summary>
    Current,

    /// <summary>As <see cref="Current"/>, and SHA-1 with RSA, RSA from 1,024 bits on, and DSA. To read the past, not to trust the present.</summary>
    Legacy,
}
