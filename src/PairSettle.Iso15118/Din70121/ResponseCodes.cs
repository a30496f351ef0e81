namespace PairSettle.Iso15118.Din70121;

/// <summary>Tells successes from failures.</summary>
public static class ResponseCodes
{
    /// <summary>Whether the code reports a failure, which ends the session.</summary>
    /// <param name="code">The code.</param>
    /// <returns>Whether it reports a failure.</returns>
    public static bool IsFailure(this ResponseCodeType code) => code >= ResponseCodeType.FAILED;
}
