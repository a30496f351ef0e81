namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>Tells successes, warnings and failures apart.</summary>
public static class ResponseCodes
{
    /// <summary>Whether the code reports a failure, which ends the session.</summary>
    /// <param name="code">The code.</param>
    /// <returns>Whether it reports a failure.</returns>
    public static bool IsFailure(this ResponseCodeType code) => code >= ResponseCodeType.FAILED;

    /// <summary>
    /// Whether the code reports a warning, after which the session goes on: the vehicle may try another contract, another
    /// means of authorization or another schedule.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <returns>Whether it reports a warning.</returns>
    public static bool IsWarning(this ResponseCodeType code) =>
        code is >= ResponseCodeType.WARNING_AuthorizationSelectionInvalid and < ResponseCodeType.FAILED;
}
