namespace PairSettle.Records.Format;

/// <summary>Why a certificate does not verify a signed part.</summary>
public enum PartSignatureFault
{
    /// <summary>The signature is right.</summary>
    None = 0,

    /// <summary>The part was signed under another certificate.</summary>
    OtherCertificate = 1,

    /// <summary>The signer identifier is not the certificate's subject key identifier.</summary>
    OtherKeyIdentifier = 2,

    /// <summary>The algorithm of the signature does not belong to the certificate's key.</summary>
    OtherAlgorithm = 3,

    /// <summary>The certificate's key did not make the signature.</summary>
    SignatureWrong = 4,
}
