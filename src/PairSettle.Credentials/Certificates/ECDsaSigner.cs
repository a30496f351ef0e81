using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairSettle.Credentials;

/// <summary>Signs with any <see cref="ECDsa"/>: a software key, or a token's key that the platform shows in that shape.</summary>
public sealed class ECDsaSigner : ICredentialSigner, IDisposable
{
    private readonly ECDsa _key;
    private readonly bool _leaveOpen;
    private readonly Lock _gate = new();

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key, on secp256r1, secp384r1 or secp521r1.</param>
    /// <param name="leaveOpen">Whether the key outlives this signer.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public ECDsaSigner(ECDsa key, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key;
        _leaveOpen = leaveOpen;
        Algorithm = CurveEncoding.Find(key.ExportParameters(includePrivateParameters: false).Curve)?.Signature()
            ?? throw new ArgumentException("the key is not on secp256r1, secp384r1 or secp521r1", nameof(key));
        SubjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();
    }

    /// <inheritdoc/>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The DER octets of the public key with its algorithm.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Makes a fresh software key.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>A signer that owns the key.</returns>
    public static ECDsaSigner Generate(SignatureAlgorithm algorithm = SignatureAlgorithm.EcdsaP256Sha256) => new(ECDsa.Create(CurveEncoding.Curve(algorithm.Key())));

    /// <summary>
    /// Joins a certificate with this key, in the one shape that the platform's TLS takes. The platform copies a software key and duplicates
    /// the handle of a key that it opened itself, such as an <c>ECDsaOpenSsl</c> over a TPM provider; a key of any other shape that does not
    /// export its private part cannot serve TLS.
    /// </summary>
    /// <param name="certificate">The certificate of this key.</param>
    /// <returns>A certificate with its private key; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The certificate is of another key.</exception>
    /// <exception cref="CryptographicException">The key can neither be duplicated nor exported.</exception>
    public X509Certificate2 JoinWith(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.SubjectPublicKeyInfo.Span.SequenceEqual(SubjectPublicKeyInfo.Span))
        {
            throw new ArgumentException("the certificate is of another key", nameof(certificate));
        }

        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData.Span);
        lock (_gate)
        {
            return bare.CopyWithPrivateKey(_key);
        }
    }

    /// <inheritdoc/>
    public byte[] SignHash(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != Algorithm.HashLength())
        {
            throw new ArgumentException($"the hash must have {Algorithm.HashLength()} octets", nameof(hash));
        }

        lock (_gate)
        {
            return _key.SignHash(hash.ToArray(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>Writes the private key as PKCS#8 PEM. For software keys that go to a file of the owner alone.</summary>
    /// <returns>The PEM text.</returns>
    /// <exception cref="CryptographicException">The key does not leave its token.</exception>
    public string ExportPkcs8Pem()
    {
        lock (_gate)
        {
            return _key.ExportPkcs8PrivateKeyPem();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _key.Dispose();
        }
    }
}
