using PairSettle.Credentials;
using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Signs elements of ISO 15118-2 for the header of their message.</summary>
public static class XmlSignatureBuilder
{
    /// <summary>The most elements that one signature covers.</summary>
    public const int MaxElements = 4;

    /// <summary>Signs elements.</summary>
    /// <param name="elements">One to four elements with different Ids.</param>
    /// <param name="signer">A key on secp256r1.</param>
    /// <param name="grammar">The grammar of SignedInfo; change it only for a peer that is known to need the other one.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="ArgumentException">The elements cannot be signed together, or the key is of another kind.</exception>
    public static SignatureType Sign(
        IReadOnlyList<SignedElement> elements, ICredentialSigner signer, SignedInfoGrammar grammar = SignedInfoGrammar.XmlDsig)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(signer);
        if (elements.Count is 0 or > MaxElements)
        {
            throw new ArgumentException("One to four elements are signed together.", nameof(elements));
        }

        if (elements.Any(static element => string.IsNullOrEmpty(element.Id)) ||
            elements.DistinctBy(static element => element.Id).Count() != elements.Count)
        {
            throw new ArgumentException("Every signed element has an Id of its own.", nameof(elements));
        }

        if (signer.Algorithm is not SignatureAlgorithm.EcdsaP256Sha256)
        {
            throw new ArgumentException("ISO 15118-2 signs with ECDSA on secp256r1 and SHA-256.", nameof(signer));
        }

        var signedInfo = new SignedInfoType
        {
            CanonicalizationMethod = new() { Algorithm = XmlSignatureAlgorithms.CanonicalExi },
            SignatureMethod = new() { Algorithm = XmlSignatureAlgorithms.EcdsaSha256 },
            Reference = [.. elements.Select(ReferenceTo)],
        };
        return new SignatureType
        {
            SignedInfo = signedInfo,
            SignatureValue = new() { Value = ExiBytes.Copy(signer.SignHash(SignedInfoEncoding.Hash(signedInfo, grammar))) },
        };
    }

    /// <summary>Signs one element.</summary>
    /// <param name="element">An element with an Id.</param>
    /// <param name="signer">A key on secp256r1.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="ArgumentException">The element has no Id, or the key is of another kind.</exception>
    public static SignatureType Sign(SignedElement element, ICredentialSigner signer) => Sign([element], signer);

    private static ReferenceType ReferenceTo(SignedElement element) => new()
    {
        URI = "#" + element.Id,
        Transforms = new() { Transform = [new TransformType { Algorithm = XmlSignatureAlgorithms.CanonicalExi }] },
        DigestMethod = new() { Algorithm = XmlSignatureAlgorithms.Sha256 },
        DigestValue = ExiBytes.Copy(element.Digest()),
    };
}
