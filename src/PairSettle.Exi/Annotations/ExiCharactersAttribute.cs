namespace PairSettle.Exi;

/// <summary>
/// Names the characters that the patterns of a string leave, by whose number EXI codes each of them in the fewest bits
/// (EXI 1.0, 7.1.10.1). Other characters are refused.
/// </summary>
/// <param name="characters">The characters in any order, at most 255, none of them a surrogate.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiCharactersAttribute(string characters) : Attribute
{
    /// <summary>The characters.</summary>
    public string Characters { get; } = characters;
}
