namespace PairSettle.Credentials.Issuing;

/// <summary>Everything that an authority needs in order to issue one certificate. Time and serial number are the caller's.</summary>
public sealed record CertificateOrder
{
    /// <summary>The kind of certificate.</summary>
    public required CertificateTemplate Template { get; init; }

    /// <summary>The subject.</summary>
    public required DistinguishedName Subject { get; init; }

    /// <summary>The subject's public key with its algorithm, DER.</summary>
    public required ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; init; }

    /// <summary>The serial number; <see cref="SerialNumbers.Random"/> makes good ones.</summary>
    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>The first second of validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The last second of validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }
}
