namespace PairSettle.Iso15118.Sdp;

/// <summary>SECC discovery failed.</summary>
public sealed class SdpException : IOException
{
    /// <summary>Carries a coded error.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="innerException">The failure below, if any.</param>
    public SdpException(SdpError error, Exception? innerException = null)
        : base(error.ToString(), innerException) => Error = error;

    /// <summary>What failed.</summary>
    public SdpError Error { get; }

    /// <summary>The published code, such as <c>V2G2010</c>.</summary>
    public string Code => Error.Code;

    /// <summary>Whether another cycle of requests may succeed: true when nobody answered.</summary>
    public bool IsTransient => Error.Fault is SdpFault.NoResponse;
}
