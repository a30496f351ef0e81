using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>TLS did not come about; the connection below is closed.</summary>
public sealed class TlsException : IOException
{
    /// <summary>Carries a coded error.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="report">What was found in the peer's chain, if it came that far.</param>
    /// <param name="innerException">The failure below, if any.</param>
    public TlsException(TlsError error, ChainReport? report = null, Exception? innerException = null)
        : base(error.ToString(), innerException)
    {
        Error = error;
        Report = report;
    }

    /// <summary>What failed.</summary>
    public TlsError Error { get; }

    /// <summary>What was found in the peer's chain; null if no chain was judged.</summary>
    public ChainReport? Report { get; }

    /// <summary>The published code, such as <c>V2G3005</c>.</summary>
    public string Code => Error.Code;

    /// <summary>Whether another try with the same peer may well succeed.</summary>
    public bool IsTransient => Error.Fault is TlsFault.HandshakeFailed or TlsFault.HandshakeTimedOut;
}
