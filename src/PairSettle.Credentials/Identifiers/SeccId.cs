using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// The identifier of a charger's communication controller in ISO 15118-20: country (2 letters), operator (3), the letter S, the controller's own
/// identifier (at least 32) and a check character. No public source tells how the check character follows from the others, so it is not judged.
/// </summary>
public sealed record SeccId
{
    private const int Prefix = 6;
    private const int Shortest = Prefix + 32 + 1;
    private const int Longest = 255; // identifierType; the common name of a certificate holds 64
    private const int Hyphens = 4;

    private SeccId(string value) => Value = value;

    /// <summary>The normalised form: upper case, no separators, 39 to 255 characters.</summary>
    public string Value { get; }

    /// <summary>The country, two letters.</summary>
    public string Country => Value[..2];

    /// <summary>The operator, three characters.</summary>
    public string Operator => Value[2..5];

    /// <summary>The controller, without the letter S that announces it.</summary>
    public string Controller => Value[Prefix..^1];

    /// <summary>The check character as given.</summary>
    public char CheckCharacter => Value[^1];

    /// <summary>Parses letters and digits in any case; hyphens may stand between the parts and do not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seccId">The identifier on success. Its check character may be wrong.</param>
    /// <returns>Whether the text has the form of an SECCID.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SeccId? seccId)
    {
        seccId = null;
        if (text is null || text.Length is < Shortest or > Longest + Hyphens)
        {
            return false;
        }

        Span<char> normalised = stackalloc char[Longest];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '-' && i > 0 && text[i - 1] != '-' && (length is 2 or 5 or Prefix || i == text.Length - 2))
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(character) || (length < 2 && !char.IsAsciiLetter(character)) || length == Longest)
            {
                return false;
            }

            normalised[length++] = char.ToUpperInvariant(character);
        }

        seccId = length >= Shortest && normalised[Prefix - 1] == 'S' ? new SeccId(new string(normalised[..length])) : null;
        return seccId is not null;
    }

    /// <summary>The form with hyphens.</summary>
    /// <returns>For example <c>DE-8AA-S-0123456789ABCDEF0123456789ABCDEF-0</c>.</returns>
    public override string ToString() => $"{Country}-{Operator}-S-{Controller}-{CheckCharacter}";
}
