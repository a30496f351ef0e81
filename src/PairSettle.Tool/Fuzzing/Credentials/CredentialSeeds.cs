using System.Security.Cryptography;
using System.Text;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Reads seeds from files, and writes them: PEM blocks, whose labels name the kind, or DER of one kind.</summary>
internal static class CredentialSeeds
{
    private static readonly (CredentialKind Kind, string Label)[] Labels =
    [
        (CredentialKind.Certificate, "CERTIFICATE"),
        (CredentialKind.List, "X509 CRL"),
        (CredentialKind.Response, "OCSP RESPONSE"),
        (CredentialKind.Request, "OCSP REQUEST"),
        (CredentialKind.Pem, "PEM TEXT"),
        (CredentialKind.CertificationRequest, "CERTIFICATE REQUEST"),
        (CredentialKind.Cms, "CMS"),
        (CredentialKind.TrustList, "TRUST LIST"),
        (CredentialKind.EnvelopeOfPart2, "CONTRACT KEY ENVELOPE 2"),
        (CredentialKind.EnvelopeOfPart20, "CONTRACT KEY ENVELOPE 20"),
        (CredentialKind.PublicKey, "PUBLIC KEY"),
        (CredentialKind.Signature, "ECDSA SIGNATURE"),
        (CredentialKind.Identifier, "IDENTIFIER"),
        (CredentialKind.Log, "AUTHORITY LOG"),
    ];

    /// <summary>The seeds of a file; none where it holds nothing that is known.</summary>
    public static IEnumerable<(CredentialKind Kind, byte[] Octets)> Read(string path)
    {
        var octets = File.ReadAllBytes(path);
        if (octets.AsSpan().IndexOf("-----BEGIN "u8) < 0)
        {
            return KindOf(octets) is { } kind ? [(kind, octets)] : [];
        }

        var seeds = new List<(CredentialKind, byte[])>();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(octets);
        while (PemEncoding.TryFind(text, out var fields))
        {
            var label = text[fields.Label].ToString();
            if (Array.Find(Labels, entry => entry.Label == label) is { Label: not null } known)
            {
                seeds.Add((known.Kind, Convert.FromBase64String(text[fields.Base64Data].ToString())));
            }

            text = text[fields.Location.End..];
        }

        return seeds;
    }

    /// <summary>A seed as a PEM block.</summary>
    public static string Write(CredentialKind kind, byte[] octets) => PemEncoding.WriteString(Array.Find(Labels, entry => entry.Kind == kind).Label, octets);

    /// <summary>Whether inputs of a kind are texts.</summary>
    public static bool IsText(CredentialKind kind) => kind is CredentialKind.Pem or CredentialKind.Identifier or CredentialKind.Log;

    private static CredentialKind? KindOf(byte[] octets) =>
        Certificate.TryParse(octets, out _, out _) ? CredentialKind.Certificate
        : CertificateRevocationList.TryParse(octets, out _, out _) ? CredentialKind.List
        : OcspResponse.TryParse(octets, out _, out _) ? CredentialKind.Response
        : OcspRequest.TryParse(octets, out _, out _) ? CredentialKind.Request
        : CertificationRequest.TryParse(octets, out _, out _) ? CredentialKind.CertificationRequest
        : null;
}
