using System.Diagnostics.CodeAnalysis;
using PairSettle.Credentials;

namespace PairSettle.Records.Format;

/// <summary>Reads and makes signed parts.</summary>
public static class SignedPart
{
    /// <summary>Reads a signed part. The signature is not verified.</summary>
    /// <typeparam name="T">The content.</typeparam>
    /// <param name="cms">The DER octets of the CMS object.</param>
    /// <param name="part">The part.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are such a part.</returns>
    public static bool TryParse<T>(ReadOnlyMemory<byte> cms, [NotNullWhen(true)] out SignedPart<T>? part, out RecordError error)
        where T : class, IPartContent<T>
    {
        part = null;
        if (!CmsSignedData.TryParse(cms, T.ContentType, FormatLimits.MaxContent, out var signed, out var refused))
        {
            error = Translate(refused);
            return false;
        }

        if (!T.TryDecode(signed.Content, out var content, out error))
        {
            return false;
        }

        if (new Digest(signed.SignerCertificate.Span) != content.SignerCertificate)
        {
            error = new(RecordFault.CmsSigningCertificate, "cms.signedAttrs.signingCertificateV2");
            return false;
        }

        part = new(content, signed);
        return true;
    }

    /// <summary>Begins to sign: the hash goes to the key, wherever that is.</summary>
    /// <typeparam name="T">The content.</typeparam>
    /// <param name="content">The content; it names the certificate.</param>
    /// <param name="certificate">The signer's certificate.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The content is out of bounds, or names another certificate, or the certificate cannot sign.</exception>
    public static PartSigningRequest<T> Prepare<T>(T content, Certificate certificate)
        where T : class, IPartContent<T> => new(content, certificate);

    /// <summary>Signs content with a key that is at hand.</summary>
    /// <typeparam name="T">The content.</typeparam>
    /// <param name="content">The content; it names the credential's certificate.</param>
    /// <param name="credential">The signer.</param>
    /// <returns>The signed part.</returns>
    /// <exception cref="ArgumentException">The content is out of bounds, or names another certificate, or the signer does not fit.</exception>
    public static SignedPart<T> Sign<T>(T content, Credential credential)
        where T : class, IPartContent<T>
    {
        ArgumentNullException.ThrowIfNull(credential);
        var request = Prepare(content, credential.Leaf);
        return request.Complete(credential.Signer.SignHash(request.Hash.Span));
    }

    // The faults of the profile have the same numbers in both packages.
    private static RecordError Translate(CredentialError refused) => new(
        refused.Fault switch
        {
            CredentialFault.TrailingData => RecordFault.TrailingBytes,
            CredentialFault.TooLarge => RecordFault.TooLarge,
            >= CredentialFault.CmsNotSignedData and <= CredentialFault.CmsUnsignedField => (RecordFault)refused.Fault,
            _ => RecordFault.NotDer,
        },
        refused.Path);
}
