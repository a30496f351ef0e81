using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>The extensions of OCSP requests and responses.</summary>
internal static class OcspExtensions
{
    /// <summary>Reads extensions behind an explicit tag; none where the tag is absent.</summary>
    public static ImmutableArray<CertificateExtension> Read(AsnReader reader, Asn1Tag tag, string path)
    {
        if (!DerFields.NextIs(reader, tag))
        {
            return [];
        }

        var wrapper = reader.ReadSequence(tag);
        var extensions = DerFields.Extensions(wrapper.ReadSequence(), path);
        DerFields.DemandEnd(wrapper, path);
        return extensions;
    }

    /// <summary>Whether one is critical and not understood.</summary>
    public static bool HasUnknown(ImmutableArray<CertificateExtension> extensions) =>
        extensions.Any(static extension => extension.Critical && extension.Oid != Oids.OcspNonce);

    /// <summary>The value of the nonce; null where there is none.</summary>
    public static ReadOnlyMemory<byte>? Nonce(ImmutableArray<CertificateExtension> extensions)
    {
        foreach (var extension in extensions)
        {
            if (extension.Oid == Oids.OcspNonce)
            {
                return extension.Value;
            }
        }

        return null;
    }
}
