using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>An AlgorithmIdentifier of a signature (RFC 5280, 4.1.1.2).</summary>
/// <param name="Oid">The object identifier.</param>
/// <param name="Scheme">What it stands for with its parameters; null for what is never verified.</param>
/// <param name="Encoded">The whole encoding.</param>
internal readonly record struct AlgorithmIdentifier(string Oid, SignatureScheme? Scheme, ReadOnlyMemory<byte> Encoded)
{
    /// <summary>Reads an identifier. Those of ECDSA (RFC 5758, 3.2) and of Edwards curves (RFC 8410, 3) carry no parameters, those of RSA NULL or none, that of RSA-PSS its own.</summary>
    public static AlgorithmIdentifier Read(AsnReader reader, string path)
    {
        var encoded = reader.PeekEncodedValue();
        var sequence = reader.ReadSequence();
        var oid = sequence.ReadObjectIdentifier();
        var scheme = SignatureScheme.Find(oid);
        if (oid == Oids.RsaPss)
        {
            scheme = PssParameters.Read(sequence, path);
        }
        else if (sequence.HasData)
        {
            switch (scheme?.Kind)
            {
                case SignatureKind.Ecdsa or SignatureKind.Edwards:
                    throw new CredentialContentException(CredentialFault.MalformedDer, path);
                case SignatureKind.RsaPkcs1:
                    sequence.ReadNull(); // RFC 4055, 5: nothing else, and to be accepted where it is absent
                    break;
                default:
                    sequence.ReadEncodedValue();
                    break;
            }
        }

        DerFields.DemandEnd(sequence, path);
        return new(oid, scheme, encoded);
    }
}
