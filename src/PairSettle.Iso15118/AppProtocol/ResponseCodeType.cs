namespace PairSettle.Iso15118.AppProtocol;

/// <summary>The outcome of the protocol negotiation.</summary>
public enum ResponseCodeType
{
    /// <summary>A protocol was chosen, and both version numbers agree.</summary>
    OK_SuccessfulNegotiation,

    /// <summary>A protocol was chosen whose minor version differs.</summary>
    OK_SuccessfulNegotiationWithMinorDeviation,

    /// <summary>No protocol is common to both. The connection ends.</summary>
    Failed_NoNegotiation,
}
