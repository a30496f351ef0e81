using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PairSettle.Credentials;

/// <summary>Certificates as PEM text (RFC 7468).</summary>
public static class CertificatePem
{
    private const string Label = "CERTIFICATE";

    /// <summary>Reads all certificates of a text; other blocks, keys among them, are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <returns>At least one certificate, in the order of the text.</returns>
    /// <exception cref="CredentialContentException">There is none, or one is not strictly encoded.</exception>
    public static ImmutableArray<Certificate> Read(ReadOnlySpan<char> text)
    {
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (text[fields.Label] is Label)
            {
                var der = new byte[fields.DecodedDataLength];
                if (!Convert.TryFromBase64Chars(text[fields.Base64Data], der, out var written))
                {
                    throw new CredentialContentException(CredentialFault.InvalidPem, "pem");
                }

                certificates.Add(Certificate.Parse(der.AsMemory(0, written)));
            }

            text = text[fields.Location.End..];
        }

        return certificates.Count > 0 ? certificates.ToImmutable() : throw new CredentialContentException(CredentialFault.InvalidPem, "pem");
    }

    /// <summary>Writes certificates one after the other.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <returns>The PEM text.</returns>
    public static string Write(IEnumerable<Certificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        var text = new StringBuilder();
        foreach (var certificate in certificates)
        {
            text.Append(PemEncoding.WriteString(Label, certificate.RawData.Span)).Append('\n');
        }

        return text.ToString();
    }
}
