using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>RSASSA-PSS-params (RFC 4055, 3.1), which must be present in a signature's identifier.</summary>
internal static class PssParameters
{
    private const int DefaultSaltLength = 20;

    /// <summary>
    /// Reads the parameters strictly: what equals its default is absent in DER, and the trailer has no other value.
    /// </summary>
    /// <returns>The scheme; null where the mask is not made with the same hash or the salt is not as long as it, which nobody needs.</returns>
    public static SignatureScheme? Read(AsnReader reader, string path)
    {
        var parameters = reader.ReadSequence();
        var hash = HashAlgorithmName.SHA1;
        var mask = HashAlgorithmName.SHA1;
        var salt = DefaultSaltLength;
        if (DerFields.NextIs(parameters, DerFields.Context0))
        {
            hash = ReadHash(parameters.ReadSequence(DerFields.Context0Constructed), path);
            DemandNot(hash == HashAlgorithmName.SHA1, path);
        }

        if (DerFields.NextIs(parameters, DerFields.Context1))
        {
            mask = ReadMask(parameters.ReadSequence(DerFields.Context1Constructed), path);
            DemandNot(mask == HashAlgorithmName.SHA1, path);
        }

        if (DerFields.NextIs(parameters, DerFields.Context2))
        {
            var wrapper = parameters.ReadSequence(DerFields.Context2Constructed);
            DemandNot(!wrapper.TryReadInt32(out salt) || salt < 0 || salt == DefaultSaltLength, path);
            DerFields.DemandEnd(wrapper, path);
        }

        DerFields.DemandEnd(parameters, path);
        return hash == mask && salt == LengthOf(hash) ? new SignatureScheme(SignatureKind.RsaPss, hash) : null;
    }

    private static HashAlgorithmName ReadHash(AsnReader wrapper, string path)
    {
        var identifier = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, path);
        var oid = identifier.ReadObjectIdentifier();
        if (identifier.HasData)
        {
            identifier.ReadNull(); // NULL or nothing, and both must be accepted (RFC 4055, 2.1)
        }

        DerFields.DemandEnd(identifier, path);
        return oid switch
        {
            Oids.Sha1 => HashAlgorithmName.SHA1,
            Oids.Sha256 => HashAlgorithmName.SHA256,
            Oids.Sha384 => HashAlgorithmName.SHA384,
            Oids.Sha512 => HashAlgorithmName.SHA512,
            _ => default,
        };
    }

    private static HashAlgorithmName ReadMask(AsnReader wrapper, string path)
    {
        var identifier = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, path);
        if (identifier.ReadObjectIdentifier() == Oids.Mgf1)
        {
            return ReadHash(identifier, path);
        }

        while (identifier.HasData)
        {
            identifier.ReadEncodedValue();
        }

        return default;
    }

    // Of a hash that is not known no salt has the length.
    private static int LengthOf(HashAlgorithmName hash) => hash.Name switch
    {
        "SHA1" => 20,
        "SHA256" => 32,
        "SHA384" => 48,
        "SHA512" => 64,
        _ => -1,
    };

    private static void DemandNot(bool broken, string path)
    {
        if (broken)
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, path);
        }
    }
}
