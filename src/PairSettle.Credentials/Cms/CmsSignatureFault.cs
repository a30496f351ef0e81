namespace PairSettle.Credentials;

/// <summary>Why a certificate does not verify signed content.</summary>
public enum CmsSignatureFault
{
    /// <summary>The signature is right.</summary>
    None = 0,

    /// <summary>The content was signed under another certificate.</summary>
    OtherCertificate = 1,

    /// <summary>The signer identifier is not the certificate's subject key identifier.</summary>
    OtherKeyIdentifier = 2,

    /// <summary>The algorithm of the signature does not belong to the certificate's key.</summary>
    OtherAlgorithm = 3,

    /// <summary>The certificate's key did not make the signature.</summary>
    SignatureWrong = 4,
}
