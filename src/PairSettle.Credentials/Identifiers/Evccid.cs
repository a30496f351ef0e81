using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// The identifier of a vehicle's communication controller in ISO 15118-20: the maker's code (3), the letter V, at least 15 further characters
/// and a check character; letters and digits without I, O and Q (annex C). It names one vehicle. The form is known from two public sources,
/// the rule of the check character from one implementation.
/// </summary>
public sealed record Evccid
{
    private const int Shortest = 20;
    private const int Longest = 255; // identifierType; the common name of a certificate holds 64
    private const int Modulus = 11;
    private const int Period = 28;

    private Evccid(string value) => Value = value;

    /// <summary>The normalised form: upper case, no separators, 20 to 255 characters. Personal: not for logs.</summary>
    public string Value { get; }

    /// <summary>The maker's code.</summary>
    public string Maker => Value[..3];

    /// <summary>The check character as given.</summary>
    public char CheckCharacter => Value[^1];

    /// <summary>Whether the check character is that which follows from the others. That it is not is no obstacle to parsing.</summary>
    public bool HasValidCheckCharacter => CheckCharacter == ComputeCheckCharacter();

    /// <summary>Parses an identifier in any case; hyphens may stand before and after the letter V, and before the check character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="evccid">The identifier on success. Its check character may be wrong.</param>
    /// <returns>Whether the text has the form of an EVCCID.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Evccid? evccid)
    {
        evccid = null;
        if (text is null || text.Length is < Shortest or > Longest)
        {
            return false;
        }

        Span<char> normalised = stackalloc char[Longest];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = char.ToUpperInvariant(text[i]);
            if (character == '-' && i > 0 && text[i - 1] != '-' && (length is 3 or 4 || i == text.Length - 2))
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(character) || character is 'I' or 'O' or 'Q')
            {
                return false;
            }

            normalised[length++] = character;
        }

        evccid = length >= Shortest && normalised[3] == 'V' ? new Evccid(new string(normalised[..length])) : null;
        return evccid is not null;
    }

    /// <summary>The same vehicle with the right check character.</summary>
    /// <returns>An identifier of the same length.</returns>
    public Evccid WithCheckCharacter() => new(Value[..^1] + ComputeCheckCharacter());

    /// <summary>The maker's code, with the rest masked.</summary>
    /// <returns>For example <c>WMIV***</c>.</returns>
    public override string ToString() => $"{Maker}V***";

    // Every character as a decimal number, digit by digit weighted by powers of two that begin again after 28; leading zeros of each of the
    // three elements are dropped.
    private char ComputeCheckCharacter()
    {
        var sum = 0;
        var position = 0;
        foreach (var element in (ReadOnlySpan<string>)[Value[..3], Value[3..4], Value[4..^1]])
        {
            foreach (var character in element.TrimStart('0'))
            {
                var number = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
                if (number >= 10)
                {
                    sum += number / 10 * Weight(position++);
                }

                sum += number % 10 * Weight(position++);
            }
        }

        return (sum % Modulus) is var check and < 10 ? (char)('0' + check) : 'X';
    }

    private static int Weight(int position) => (1 << (position % Period)) % Modulus;
}
