namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Why a signature was not accepted. The number is the published code: 4011 is <c>V2G4011</c>.</summary>
public enum XmlSignatureFault
{
    /// <summary>The message has no signature.</summary>
    SignatureMissing = 4001,

    /// <summary>SignedInfo is canonicalized by something other than canonical EXI.</summary>
    CanonicalizationUnsupported = 4002,

    /// <summary>The signature is of another kind than ECDSA with SHA-256.</summary>
    SignatureMethodUnsupported = 4003,

    /// <summary>There are no references, or more than ISO 15118-2 ever needs.</summary>
    ReferenceCountInvalid = 4004,

    /// <summary>A reference has no URI, or one that is not <c>#</c> and an Id.</summary>
    ReferenceUriInvalid = 4005,

    /// <summary>Two references name the same Id.</summary>
    ReferenceDuplicate = 4006,

    /// <summary>A reference names an Id that no presented element has.</summary>
    ReferenceUnknown = 4007,

    /// <summary>A presented element is not referenced: the signature does not cover it.</summary>
    ReferenceMissing = 4008,

    /// <summary>A reference has not exactly the one transform, canonical EXI.</summary>
    TransformUnsupported = 4009,

    /// <summary>A reference has another digest than SHA-256.</summary>
    DigestMethodUnsupported = 4010,

    /// <summary>An element is not the one that was signed.</summary>
    DigestMismatch = 4011,

    /// <summary>The signature value has not 64 octets.</summary>
    SignatureValueLengthInvalid = 4012,

    /// <summary>The signature value is not of this SignedInfo under this key.</summary>
    SignatureMismatch = 4013,

    /// <summary>A presented element has no Id, so no reference can name it.</summary>
    ElementIdMissing = 4014,

    /// <summary>Two presented elements have the same Id.</summary>
    ElementIdDuplicate = 4015,

    /// <summary>The signer's key is not on secp256r1.</summary>
    KeyUnsupported = 4016,

    /// <summary>An algorithm has parameters, which ISO 15118-2 excludes [V2G2-771].</summary>
    ParametersPresent = 4017,

    /// <summary>SignedInfo breaks its schema, so there are no octets that could have been signed. Decoded messages never have this.</summary>
    SignedInfoInvalid = 4018,
}
