using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>Certificates as messages of ISO 15118-2 carry them.</summary>
internal static class CertificateChains
{
    /// <summary>Reads a chain.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="certificates">The leaf, then its issuers, on success.</param>
    /// <returns>Whether every certificate is well-formed.</returns>
    public static bool TryRead(CertificateChainType chain, out ImmutableArray<Certificate> certificates)
    {
        var read = ImmutableArray.CreateBuilder<Certificate>();
        certificates = [];
        foreach (var der in (IEnumerable<ExiBytes>)[chain.Certificate, .. chain.SubCertificates?.Certificate ?? default])
        {
            if (!Certificate.TryParse(der.Memory, out var certificate, out _))
            {
                return false;
            }

            read.Add(certificate);
        }

        certificates = read.ToImmutable();
        return true;
    }

    /// <summary>Writes a chain.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="intermediates">Its issuers without the root.</param>
    public static CertificateChainType Of(Certificate leaf, ImmutableArray<Certificate> intermediates) => new()
    {
        Certificate = ExiBytes.Copy(leaf.RawData.Span),
        SubCertificates = intermediates.IsEmpty
            ? null
            : new() { Certificate = [.. intermediates.Select(certificate => ExiBytes.Copy(certificate.RawData.Span))] },
    };
}
