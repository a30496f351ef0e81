namespace PairSettle.Exi;

/// <summary>A stream or a value was refused where the caller asked for an exception.</summary>
/// <param name="error">Where and why.</param>
public sealed class ExiContentException(ExiError error) : Exception(error.ToString())
{
    /// <summary>Where and why.</summary>
    public ExiError Error { get; } = error;
}
