using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// A public key that is imported once and then kept: importing costs two to three times a verification. The platform's key object is not
/// promised to serve two threads, so each user takes the kept one and puts it back, and a second user at the same moment imports another.
/// </summary>
internal sealed class VerificationKey(ReadOnlyMemory<byte> subjectPublicKeyInfo)
{
    private ECDsa? _idle;
    private bool _unusable;

    /// <summary>Whether the key can be imported: a point that is not on its curve cannot.</summary>
    public bool IsUsable
    {
        get
        {
            if (Take() is not { } key)
            {
                return false;
            }

            Return(key);
            return true;
        }
    }

    public bool Verify(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        if (Take() is not { } key)
        {
            return false;
        }

        try
        {
            return key.VerifyHash(hash, signature, format);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            Return(key);
        }
    }

    private ECDsa? Take()
    {
        if (Interlocked.Exchange(ref _idle, null) is { } kept)
        {
            return kept;
        }

        if (Volatile.Read(ref _unusable))
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            Volatile.Write(ref _unusable, true);
            return null;
        }
    }

    private void Return(ECDsa key) => Interlocked.Exchange(ref _idle, key)?.Dispose();
}
