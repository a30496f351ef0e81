namespace PairSettle.Records.Format;

/// <summary>A currency and its smallest unit.</summary>
/// <param name="Code">Three capital letters of ISO 4217.</param>
/// <param name="Exponent">How many decimal digits the smallest unit has: 2 for a cent.</param>
public readonly record struct Currency(string Code, int Exponent)
{
    /// <summary>The euro, counted in cents.</summary>
    public static Currency Euro { get; } = new("EUR", 2);

    /// <inheritdoc/>
    public override string ToString() => Code;

    internal bool IsWellFormed => Code is { Length: 3 } && Code.All(char.IsAsciiLetterUpper) && Exponent is >= 0 and <= 6;
}
