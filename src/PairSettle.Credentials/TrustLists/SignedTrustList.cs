using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// A trust list with its signature and the certificates of the signer. As a file it is text: a <c>CMS</c> block, then <c>CERTIFICATE</c>
/// blocks, the signer's first, so that <c>openssl cms</c> verifies the file as it is.
/// </summary>
public sealed class SignedTrustList
{
    /// <summary>The most characters of a file.</summary>
    public const int MaxTextLength = 2 << 20;

    /// <summary>The most certificates that go along.</summary>
    public const int MaxCertificates = 8;

    private const string CmsLabel = "CMS";
    private const string CertificateLabel = "CERTIFICATE";

    private SignedTrustList(CmsSignedData signed, TrustList content, ImmutableArray<Certificate> certificates)
    {
        Signed = signed;
        Content = content;
        Certificates = certificates;
        Reference = new TrustListReference(content.ListId, content.SequenceNumber, Convert.ToHexStringLower(SHA256.HashData(signed.Content.Span)));
    }

    /// <summary>The list as its publisher signed it.</summary>
    public CmsSignedData Signed { get; }

    /// <summary>What the list says.</summary>
    public TrustList Content { get; }

    /// <summary>The certificates that go along: the signer's, then those that may link it to an anchor.</summary>
    public ImmutableArray<Certificate> Certificates { get; }

    /// <summary>Names this issue.</summary>
    public TrustListReference Reference { get; }

    /// <summary>Signs a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="publisher">The signer.</param>
    /// <returns>The signed list.</returns>
    /// <exception cref="ArgumentException">A value is out of its bounds, or the signer does not fit.</exception>
    public static SignedTrustList Sign(TrustList list, Credential publisher)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(publisher);
        return new(CmsSignedData.Sign(TrustList.ContentType, list.Encode(), publisher), list, [publisher.Leaf, .. publisher.Intermediates]);
    }

    /// <summary>Reads a list and its certificates. Nothing is verified.</summary>
    /// <param name="cms">The DER octets of the CMS object.</param>
    /// <param name="certificates">The signer's certificate, and those that may link it to an anchor.</param>
    /// <param name="list">The list on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a signed list and the certificates are within their bound.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> cms, ImmutableArray<Certificate> certificates, [NotNullWhen(true)] out SignedTrustList? list, out CredentialError error)
    {
        list = null;
        if (certificates.IsDefaultOrEmpty || certificates.Length > MaxCertificates)
        {
            error = new CredentialError(CredentialFault.OutOfBounds, "certificates");
            return false;
        }

        if (CmsSignedData.TryParse(cms, TrustList.ContentType, TrustList.MaxLength, out var signed, out error)
            && TrustList.TryDecode(signed.Content, out var content, out error))
        {
            list = new SignedTrustList(signed, content, certificates);
        }

        return list is not null;
    }

    /// <summary>Reads a file. Nothing is verified.</summary>
    /// <param name="text">The text of the file: one <c>CMS</c> block and <c>CERTIFICATE</c> blocks; others are refused.</param>
    /// <param name="list">The list on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the text holds a signed list and its certificates.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SignedTrustList? list, out CredentialError error)
    {
        list = null;
        if (text.Length > MaxTextLength)
        {
            error = new CredentialError(CredentialFault.TooLarge, "pem");
            return false;
        }

        ReadOnlyMemory<byte>? cms = null;
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        while (PemText.TryTake(ref text, out var label, out var data))
        {
            error = new CredentialError(CredentialFault.InvalidPem, "pem");
            if (!PemText.TryDecode(data, out var der))
            {
                return false;
            }

            switch (label)
            {
                case CmsLabel when cms is null:
                    cms = der;
                    break;
                case CertificateLabel when certificates.Count < MaxCertificates:
                    if (!Certificate.TryParse(der, out var certificate, out error))
                    {
                        return false;
                    }

                    certificates.Add(certificate);
                    break;
                default:
                    return false;
            }
        }

        if (cms is null || certificates.Count == 0)
        {
            error = new CredentialError(CredentialFault.InvalidPem, "pem");
            return false;
        }

        return TryParse(cms.Value, certificates.ToImmutable(), out list, out error);
    }

    /// <summary>Writes the file.</summary>
    /// <returns>The text.</returns>
    public string ToPem() => $"{PemEncoding.WriteString(CmsLabel, Signed.RawData.Span)}\n{CertificatePem.Write(Certificates)}";
}
