namespace PairSettle.Credentials;

/// <summary>How a key identifier is made of the public key's octets (RFC 5280, 4.2.1.2). It is a name and protects nothing.</summary>
public enum KeyIdentifierMethod
{
    /// <summary>Method 1: the SHA-1, 20 octets.</summary>
    Sha1,

    /// <summary>Method 2: the bits 0100 and the last 60 bits of the SHA-1, 8 octets.</summary>
    ShortSha1,
}
