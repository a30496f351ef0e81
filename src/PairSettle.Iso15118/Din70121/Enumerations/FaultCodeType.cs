namespace PairSettle.Iso15118.Din70121;

/// <summary>The kind of fault that a message header reports.</summary>
public enum FaultCodeType
{
    /// <summary>The message received could not be read.</summary>
    ParsingError,

    /// <summary>No root is at hand for the certificate that TLS presented. The spelling is the standard's.</summary>
    NoTLSRootCertificatAvailable,

    /// <summary>Any other fault.</summary>
    UnknownError,
}
