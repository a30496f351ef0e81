namespace PairSettle.Iso15118.Pairing;

/// <summary>A pair link failed. The ISO 15118 connection that carries it may well go on.</summary>
public sealed class PairLinkException : IOException
{
    /// <summary>Carries a coded error.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="innerException">The failure below, if any.</param>
    public PairLinkException(PairLinkError error, Exception? innerException = null)
        : base(error.ToString(), innerException) => Error = error;

    /// <summary>What failed.</summary>
    public PairLinkError Error { get; }

    /// <summary>The published code, such as <c>V2G5004</c>.</summary>
    public string Code => Error.Code;

    /// <summary>Whether a new link may well succeed: true when the carrier was lost, false when the peer broke the format.</summary>
    public bool IsTransient => Error.Fault is PairLinkFault.CarrierLost or PairLinkFault.SendInterrupted;
}
