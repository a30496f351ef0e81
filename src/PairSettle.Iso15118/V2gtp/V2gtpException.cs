namespace PairSettle.Iso15118.V2gtp;

/// <summary>A V2GTP connection failed and is closed.</summary>
public sealed class V2gtpException : IOException
{
    /// <summary>Carries a coded error.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="innerException">The failure below, if any.</param>
    public V2gtpException(V2gtpError error, Exception? innerException = null)
        : base(error.ToString(), innerException) => Error = error;

    /// <summary>What failed.</summary>
    public V2gtpError Error { get; }

    /// <summary>The published code, such as <c>V2G1004</c>.</summary>
    public string Code => Error.Code;

    /// <summary>
    /// Whether a new connection to the same peer may well succeed: true for a lost link or a deadline, false for octets that break the format.
    /// </summary>
    public bool IsTransient => Error.Fault is V2gtpFault.ConnectionLost or V2gtpFault.FrameTimedOut or V2gtpFault.SendInterrupted;
}
