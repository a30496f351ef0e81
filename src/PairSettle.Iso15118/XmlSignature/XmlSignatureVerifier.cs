using System.Collections.Immutable;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// Verifies signatures of ISO 15118-2. A signature is valid if its references and the presented elements correspond one to one by Id, every
/// digest is right, and the signature value is right under the given certificate's key. Algorithms are pinned: nothing in the message chooses
/// how it is checked.
/// </summary>
public static class XmlSignatureVerifier
{
    private const int SignatureValueSize = 64;

    /// <summary>Verifies a signature over the elements that the caller relies on.</summary>
    /// <param name="signature">The signature in the header; null if there is none.</param>
    /// <param name="elements">All elements of the message that have to be signed, and no others.</param>
    /// <param name="signer">The certificate whose key has to have signed. Whether it is trusted is the chain verifier's business.</param>
    /// <param name="acceptance">The grammars of SignedInfo to try.</param>
    /// <returns>The report.</returns>
    public static XmlSignatureReport Verify(
        SignatureType? signature,
        IReadOnlyList<SignedElement> elements,
        Certificate signer,
        SignedInfoAcceptance acceptance = SignedInfoAcceptance.Either)
    {
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(signer);
        var findings = ImmutableArray.CreateBuilder<XmlSignatureFinding>();
        if (signature is null)
        {
            findings.Add(new(XmlSignatureFault.SignatureMissing, -1, "the header has no signature"));
            return new(findings.ToImmutable(), null);
        }

        CheckElements(elements, findings);
        CheckMethods(signature.SignedInfo, findings);
        CheckReferences(signature.SignedInfo, elements, findings);
        var grammar = CheckValue(signature, signer, acceptance, findings);
        return new(findings.ToImmutable(), grammar);
    }

    /// <summary>Verifies a signature over one element.</summary>
    /// <param name="signature">The signature in the header; null if there is none.</param>
    /// <param name="element">The element that has to be signed.</param>
    /// <param name="signer">The certificate whose key has to have signed.</param>
    /// <param name="acceptance">The grammars of SignedInfo to try.</param>
    /// <returns>The report.</returns>
    public static XmlSignatureReport Verify(
        SignatureType? signature, SignedElement element, Certificate signer, SignedInfoAcceptance acceptance = SignedInfoAcceptance.Either) =>
        Verify(signature, [element], signer, acceptance);

    private static void CheckElements(IReadOnlyList<SignedElement> elements, ImmutableArray<XmlSignatureFinding>.Builder findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (string.IsNullOrEmpty(element.Id))
            {
                findings.Add(new(XmlSignatureFault.ElementIdMissing, -1, element.Name));
            }
            else if (!ids.Add(element.Id))
            {
                findings.Add(new(XmlSignatureFault.ElementIdDuplicate, -1, element.Name));
            }
        }
    }

    private static void CheckMethods(SignedInfoType signedInfo, ImmutableArray<XmlSignatureFinding>.Builder findings)
    {
        if (!Is(signedInfo.CanonicalizationMethod.Algorithm, XmlSignatureAlgorithms.CanonicalExi))
        {
            findings.Add(new(XmlSignatureFault.CanonicalizationUnsupported, -1, $"expected {XmlSignatureAlgorithms.CanonicalExi}"));
        }

        if (!Is(signedInfo.SignatureMethod.Algorithm, XmlSignatureAlgorithms.EcdsaSha256))
        {
            findings.Add(new(XmlSignatureFault.SignatureMethodUnsupported, -1, $"expected {XmlSignatureAlgorithms.EcdsaSha256}"));
        }

        if (signedInfo is not
            {
                CanonicalizationMethod: { Any.IsEmpty: true, Text.IsEmpty: true },
                SignatureMethod: { Any.IsEmpty: true, Text.IsEmpty: true, HMACOutputLength: null },
            })
        {
            findings.Add(new(XmlSignatureFault.ParametersPresent, -1, "canonicalization or signature method"));
        }
    }

    private static void CheckReferences(
        SignedInfoType signedInfo, IReadOnlyList<SignedElement> elements, ImmutableArray<XmlSignatureFinding>.Builder findings)
    {
        if (signedInfo.Reference.Count is 0 or > XmlSignatureBuilder.MaxElements)
        {
            findings.Add(new(XmlSignatureFault.ReferenceCountInvalid, -1, string.Create(
                CultureInfo.InvariantCulture, $"expected 1 to {XmlSignatureBuilder.MaxElements}, found {signedInfo.Reference.Count}")));
            return;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < signedInfo.Reference.Count; i++)
        {
            var reference = signedInfo.Reference[i];
            CheckReferenceMethods(reference, i, findings);
            if (reference.URI is not ['#', _, ..])
            {
                findings.Add(new(XmlSignatureFault.ReferenceUriInvalid, i, "expected # and an Id"));
                continue;
            }

            var id = reference.URI[1..];
            if (!named.Add(id))
            {
                findings.Add(new(XmlSignatureFault.ReferenceDuplicate, i, "an earlier reference has the same URI"));
                continue;
            }

            var matching = elements.Where(element => Is(element.Id, id)).ToList();
            if (matching.Count == 0)
            {
                findings.Add(new(XmlSignatureFault.ReferenceUnknown, i, "no presented element has this Id"));
            }
            else if (matching.Count == 1 && !matching[0].Digest().AsSpan().SequenceEqual(reference.DigestValue.Span))
            {
                findings.Add(new(XmlSignatureFault.DigestMismatch, i, matching[0].Name));
            }
        }

        foreach (var element in elements)
        {
            if (element.Id is { Length: > 0 } id && !named.Contains(id))
            {
                findings.Add(new(XmlSignatureFault.ReferenceMissing, -1, element.Name));
            }
        }
    }

    private static void CheckReferenceMethods(ReferenceType reference, int index, ImmutableArray<XmlSignatureFinding>.Builder findings)
    {
        if (reference.Transforms is not { Transform: { Count: 1 } transforms } || !Is(transforms[0].Algorithm, XmlSignatureAlgorithms.CanonicalExi))
        {
            findings.Add(new(XmlSignatureFault.TransformUnsupported, index, $"expected {XmlSignatureAlgorithms.CanonicalExi} alone"));
        }
        else if (!transforms[0].Parameters.IsEmpty || !transforms[0].Text.IsEmpty)
        {
            findings.Add(new(XmlSignatureFault.ParametersPresent, index, "transform"));
        }

        if (!Is(reference.DigestMethod.Algorithm, XmlSignatureAlgorithms.Sha256))
        {
            findings.Add(new(XmlSignatureFault.DigestMethodUnsupported, index, $"expected {XmlSignatureAlgorithms.Sha256}"));
        }
        else if (!reference.DigestMethod.Any.IsEmpty || !reference.DigestMethod.Text.IsEmpty)
        {
            findings.Add(new(XmlSignatureFault.ParametersPresent, index, "digest method"));
        }
    }

    private static SignedInfoGrammar? CheckValue(
        SignatureType signature, Certificate signer, SignedInfoAcceptance acceptance, ImmutableArray<XmlSignatureFinding>.Builder findings)
    {
        if (signer.KeyAlgorithm is not KeyAlgorithm.EcP256)
        {
            findings.Add(new(XmlSignatureFault.KeyUnsupported, -1, $"expected a key on secp256r1, found {signer.KeyAlgorithm}"));
            return null;
        }

        var value = signature.SignatureValue.Value;
        if (value.Length != SignatureValueSize)
        {
            findings.Add(new(XmlSignatureFault.SignatureValueLengthInvalid, -1, string.Create(
                CultureInfo.InvariantCulture, $"expected {SignatureValueSize} octets, found {value.Length}")));
            return null;
        }

        try
        {
            foreach (var grammar in Grammars(acceptance))
            {
                if (signer.VerifyHash(SignedInfoEncoding.Hash(signature.SignedInfo, grammar), value.Span))
                {
                    return grammar;
                }
            }
        }
        catch (ExiContentException invalid)
        {
            findings.Add(new(XmlSignatureFault.SignedInfoInvalid, -1, invalid.Error.Code));
            return null;
        }

        findings.Add(new(XmlSignatureFault.SignatureMismatch, -1, "the value is not of this SignedInfo under this key"));
        return null;
    }

    private static SignedInfoGrammar[] Grammars(SignedInfoAcceptance acceptance) => acceptance switch
    {
        SignedInfoAcceptance.XmlDsigOnly => [SignedInfoGrammar.XmlDsig],
        SignedInfoAcceptance.MessageDefinitionOnly => [SignedInfoGrammar.MessageDefinition],
        _ => [SignedInfoGrammar.XmlDsig, SignedInfoGrammar.MessageDefinition],
    };

    private static bool Is(string? found, string expected) => string.Equals(found, expected, StringComparison.Ordinal);
}
