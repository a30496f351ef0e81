using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>Makes key identifiers.</summary>
public static class KeyIdentifier
{
    /// <summary>Method 1 of RFC 5280, 4.2.1.2: the SHA-1 of the public key's octets. It is a name, not a protection.</summary>
    /// <param name="subjectPublicKeyInfo">The public key with its algorithm, DER.</param>
    /// <returns>20 octets.</returns>
    /// <exception cref="CredentialContentException">The octets are no public key with its algorithm.</exception>
    public static byte[] Compute(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            var reader = DerFields.Open(subjectPublicKeyInfo);
            var key = PublicKeyInfo.Read(reader).Key;
            DerFields.DemandEnd(reader, "subjectPublicKeyInfo");
            return OfKey(key.Span);
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, "subjectPublicKeyInfo");
        }
    }

    /// <summary>Whether an identifier is made of a key by method 1 of RFC 5280, 4.2.1.2, or by method 2: the bits 0100 and 60 of the hash.</summary>
    internal static bool IsOfKey(ReadOnlySpan<byte> identifier, ReadOnlySpan<byte> publicKey)
    {
        var hash = OfKey(publicKey);
        if (identifier.Length == hash.Length)
        {
            return identifier.SequenceEqual(hash);
        }

        var shortened = hash.AsSpan(12);
        shortened[0] = (byte)(0x40 | (shortened[0] & 0x0F));
        return identifier.SequenceEqual(shortened);
    }

#pragma warning disable CA5350 // The identifier is defined with SHA-1 and protects nothing.
    internal static byte[] OfKey(ReadOnlySpan<byte> publicKey) => SHA1.HashData(publicKey);
#pragma warning restore CA5350
}
