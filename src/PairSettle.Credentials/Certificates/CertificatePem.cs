using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PairSettle.Credentials;

/// <summary>Certificates as PEM text (RFC 7468).</summary>
public static class CertificatePem
{
    private const string Label = "CERTIFICATE";

    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Reads all certificates of a text; other blocks, keys among them, are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="certificates">The certificates in the order of the text on success; none on failure.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>False when there is none, when one is not strictly encoded, or when the text is longer than <see cref="MaxLength"/>.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out ImmutableArray<Certificate> certificates, out CredentialError error)
    {
        certificates = [];
        error = new CredentialError(text.Length > MaxLength ? CredentialFault.TooLarge : CredentialFault.InvalidPem, "pem");
        if (text.Length > MaxLength)
        {
            return false;
        }

        var found = ImmutableArray.CreateBuilder<Certificate>();
        while (PemText.TryTake(ref text, out var label, out var data))
        {
            if (label is not Label)
            {
                continue;
            }

            error = new CredentialError(CredentialFault.InvalidPem, "pem");
            if (!PemText.TryDecode(data, out var der) || !Certificate.TryParse(der, out var certificate, out error))
            {
                return false;
            }

            found.Add(certificate);
        }

        if (found.Count == 0)
        {
            return false;
        }

        (certificates, error) = (found.ToImmutable(), default);
        return true;
    }

    /// <summary>Reads all certificates of a text; other blocks, keys among them, are passed over.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The certificates in the order of the text, at least one.</returns>
    /// <exception cref="CredentialContentException">
    /// There is none, one is not strictly encoded, or the text is longer than <see cref="MaxLength"/>.
    /// </exception>
    public static ImmutableArray<Certificate> Read(ReadOnlySpan<char> text) =>
        TryRead(text, out var certificates, out var error) ? certificates : throw new CredentialContentException(error);

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
