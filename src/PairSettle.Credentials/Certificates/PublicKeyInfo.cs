using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>What SubjectPublicKeyInfo says (RFC 5280, 4.1.2.7).</summary>
/// <param name="Algorithm">The kind of key; unsupported too where its size is out of bounds, so that no work is done with it.</param>
/// <param name="Key">The octets of the key alone.</param>
/// <param name="Bits">The length of the field, modulus or prime; 0 where it is not known.</param>
/// <param name="InheritsParameters">Whether the domain parameters of a DSA key are those of its issuer (RFC 3279, 2.3.2).</param>
/// <param name="OnlyScheme">The one way of RSA-PSS that the key is for; null for any.</param>
internal readonly record struct PublicKeyInfo(
    KeyAlgorithm Algorithm, ReadOnlyMemory<byte> Key, int Bits, bool InheritsParameters, SignatureScheme? OnlyScheme = null)
{
    private const string Path = "subjectPublicKeyInfo";
    private const int ShortestModulus = 1_024;
    private const int LongestModulus = 8_192;
    private const int LongestPrime = 3_072;

    // Verification costs grow with the exponent; a real one fits an int. It is odd, and with 1 anybody could sign (RFC 8017, 3.1).
    private const int LongestExponent = 4;

    public static PublicKeyInfo Read(AsnReader tbs)
    {
        var info = tbs.ReadSequence();
        var identifier = info.ReadSequence();
        var oid = identifier.ReadObjectIdentifier();
        ReadOnlyMemory<byte> parameters = default;
        if (oid == Oids.EcPublicKey && !DerFields.NextIs(identifier, UniversalTagNumber.ObjectIdentifier))
        {
            throw new CredentialContentException(CredentialFault.ExplicitCurve, Path); // RFC 5480, 2.1.1: namedCurve only
        }

        if (identifier.HasData)
        {
            parameters = identifier.ReadEncodedValue();
        }

        DerFields.DemandEnd(identifier, Path);
        var key = DerFields.BitString(info, Path);
        DerFields.DemandEnd(info, Path);
        return oid switch
        {
            Oids.EcPublicKey => OfCurve(parameters, key),
            Oids.RsaEncryption => OfRsa(key),
            Oids.RsaPss => OfRsaPss(parameters, key),
            Oids.Ed25519 => OfEdwards(KeyAlgorithm.Ed25519, parameters, key, 32),
            Oids.Ed448 => OfEdwards(KeyAlgorithm.Ed448, parameters, key, 57),
            Oids.Dsa => OfDsa(parameters, key),
            _ => new(KeyAlgorithm.Unsupported, key, 0, false),
        };
    }

    private static PublicKeyInfo OfCurve(ReadOnlyMemory<byte> parameters, ReadOnlyMemory<byte> key)
    {
        var (kind, bits) = DerFields.Open(parameters).ReadObjectIdentifier() switch
        {
            Oids.P256 => (KeyAlgorithm.EcP256, 256),
            Oids.P384 => (KeyAlgorithm.EcP384, 384),
            Oids.P521 => (KeyAlgorithm.EcP521, 521),
            _ => (KeyAlgorithm.Unsupported, 0),
        };
        return kind == KeyAlgorithm.Unsupported || (key.Length == 1 + (2 * kind.FieldLength()) && key.Span[0] == 0x04)
            ? new(kind, key, bits, false)
            : throw new CredentialContentException(CredentialFault.InvalidPublicKey, Path);
    }

    private static PublicKeyInfo OfRsa(ReadOnlyMemory<byte> key)
    {
        try
        {
            var outer = DerFields.Open(key);
            var pair = outer.ReadSequence();
            var bits = BitsOf(pair.ReadIntegerBytes().Span);
            var exponent = pair.ReadIntegerBytes().Span;
            DerFields.DemandEnd(pair, Path);
            DerFields.DemandEnd(outer, Path);
            var usable = bits is >= ShortestModulus and <= LongestModulus
                && exponent.Length <= LongestExponent && exponent[0] < 0x80 && (exponent[^1] & 1) == 1 && exponent is not [1];
            return new(usable ? KeyAlgorithm.Rsa : KeyAlgorithm.Unsupported, key, bits, false);
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidPublicKey, Path);
        }
    }

    // RFC 4055, 3.3: without parameters the key is for any, with parameters for signatures of theirs.
    private static PublicKeyInfo OfRsaPss(ReadOnlyMemory<byte> parameters, ReadOnlyMemory<byte> key)
    {
        var only = parameters.IsEmpty ? null : PssParameters.Read(DerFields.Open(parameters), Path);
        var info = OfRsa(key);
        var usable = info.Algorithm == KeyAlgorithm.Rsa && (parameters.IsEmpty || only is not null);
        return info with { Algorithm = usable ? KeyAlgorithm.RsaPss : KeyAlgorithm.Unsupported, OnlyScheme = only };
    }

    // RFC 8410, 3 and 4: no parameters, and the octets of RFC 8032.
    private static PublicKeyInfo OfEdwards(KeyAlgorithm curve, ReadOnlyMemory<byte> parameters, ReadOnlyMemory<byte> key, int length) =>
        parameters.IsEmpty && key.Length == length
            ? new(curve, key, curve == KeyAlgorithm.Ed25519 ? 255 : 448, false)
            : throw new CredentialContentException(CredentialFault.InvalidPublicKey, Path);

    private static PublicKeyInfo OfDsa(ReadOnlyMemory<byte> parameters, ReadOnlyMemory<byte> key)
    {
        if (parameters.IsEmpty)
        {
            return new(KeyAlgorithm.Dsa, key, 0, true);
        }

        try
        {
            var bits = BitsOf(DerFields.Open(parameters).ReadSequence().ReadIntegerBytes().Span);
            return new(bits is >= ShortestModulus and <= LongestPrime ? KeyAlgorithm.Dsa : KeyAlgorithm.Unsupported, key, bits, false);
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidPublicKey, Path);
        }
    }

    // Of a positive number; a negative one counts as none.
    private static int BitsOf(ReadOnlySpan<byte> integer)
    {
        var magnitude = integer[0] == 0 ? integer[1..] : integer;
        return magnitude.IsEmpty || integer[0] >= 0x80 ? 0 : (8 * magnitude.Length) - byte.LeadingZeroCount(magnitude[0]);
    }
}
