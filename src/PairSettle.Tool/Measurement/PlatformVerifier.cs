using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;

namespace PairSettle.Tool.Measurement;

/// <summary>The platform on the chain that is measured: its signatures alone, and <see cref="X509Chain"/>.</summary>
internal sealed class PlatformVerifier : IDisposable
{
    private readonly ImmutableArray<ReadOnlyMemory<byte>> _encoded;
    private readonly DateTime _at;
    private readonly X509Certificate2[] _loaded;
    private readonly ECDsa[] _issuerKeys;
    private readonly byte[][] _hashes;
    private readonly byte[][] _signatures;

    /// <param name="chain">The certificates, leaf first and root last, signed with ECDSA.</param>
    /// <param name="hash">The hash of their signatures.</param>
    /// <param name="at">When they are to be valid.</param>
    public PlatformVerifier(IReadOnlyList<Certificate> chain, HashAlgorithmName hash, DateTimeOffset at)
    {
        _encoded = [.. chain.Select(static certificate => certificate.RawData)];
        _at = at.UtcDateTime;
        _loaded = Load();
        _issuerKeys = [.. _loaded[1..].Select(static issuer => issuer.GetECDsaPublicKey()!)];
        _hashes = [.. chain.SkipLast(1).Select(issued => CryptographicOperations.HashData(hash, issued.SignedData.Span))];
        _signatures = [.. chain.SkipLast(1).Select(static issued => issued.Signature.ToArray())];
    }

    public void Dispose()
    {
        Array.ForEach(_issuerKeys, static key => key.Dispose());
        Free(_loaded);
    }

    /// <summary>The least that the platform asks for: its keys are imported, the hashes are made, and the signatures have the form that it passes on.</summary>
    public bool VerifySignatures()
    {
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (!_issuerKeys[i].VerifyHash(_hashes[i], _signatures[i], DSASignatureFormat.Rfc3279DerSequence))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Builds the chain of certificates that are loaded.</summary>
    public bool Build() => Build(_loaded);

    /// <summary>Loads the certificates and builds their chain.</summary>
    public bool ParseAndBuild()
    {
        var loaded = Load();
        try
        {
            return Build(loaded);
        }
        finally
        {
            Free(loaded);
        }
    }

    private static void Free(X509Certificate2[] certificates) => Array.ForEach(certificates, static certificate => certificate.Dispose());

    private X509Certificate2[] Load() => [.. _encoded.Select(static der => X509CertificateLoader.LoadCertificate(der.Span))];

    private bool Build(X509Certificate2[] certificates)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificates[^1]);
        chain.ChainPolicy.ExtraStore.AddRange(certificates[1..^1]);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = _at;
        return chain.Build(certificates[0]);
    }
}
