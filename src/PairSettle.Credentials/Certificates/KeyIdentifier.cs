using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>Makes key identifiers.</summary>
public static class KeyIdentifier
{
    private const int ShortLength = 8;

    /// <summary>Makes the identifier of a key by a method of RFC 5280, 4.2.1.2. It is a name, not a protection.</summary>
    /// <param name="subjectPublicKeyInfo">The public key with its algorithm, DER.</param>
    /// <param name="method">The method.</param>
    /// <returns>20 octets, or 8 by method 2.</returns>
    /// <exception cref="CredentialContentException">The octets are no public key with its algorithm.</exception>
    public static byte[] Compute(ReadOnlyMemory<byte> subjectPublicKeyInfo, KeyIdentifierMethod method = KeyIdentifierMethod.Sha1)
    {
        var hash = OfKey(ReadKey(subjectPublicKeyInfo).Span);
        return method switch
        {
            KeyIdentifierMethod.Sha1 => hash,
            KeyIdentifierMethod.ShortSha1 => Shorten(hash).ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
    }

    /// <summary>Whether an identifier is made of a key by either method of RFC 5280, 4.2.1.2.</summary>
    internal static bool IsOfKey(ReadOnlySpan<byte> identifier, ReadOnlySpan<byte> publicKey)
    {
        var hash = OfKey(publicKey);
        return identifier.SequenceEqual(identifier.Length == ShortLength ? Shorten(hash) : hash);
    }

#pragma warning disable CA5350 // The identifier is defined with SHA-1 and protects nothing.
    internal static byte[] OfKey(ReadOnlySpan<byte> publicKey) => SHA1.HashData(publicKey);
#pragma warning restore CA5350

    private static ReadOnlyMemory<byte> ReadKey(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            var reader = DerFields.Open(subjectPublicKeyInfo);
            var key = PublicKeyInfo.Read(reader).Key;
            DerFields.DemandEnd(reader, "subjectPublicKeyInfo");
            return key;
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, "subjectPublicKeyInfo");
        }
    }

    private static Span<byte> Shorten(byte[] hash)
    {
        var shortened = hash.AsSpan(^ShortLength..);
        shortened[0] = (byte)(0x40 | (shortened[0] & 0x0F));
        return shortened;
    }
}
