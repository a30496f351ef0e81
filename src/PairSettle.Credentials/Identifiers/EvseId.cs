using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>An EVSE identifier: country (2 letters), operator (3), the letter E and a power outlet identifier (ISO 15118-2, annex H).</summary>
public sealed record EvseId
{
    private const int Shortest = 7;
    private const int Longest = 37;

    private EvseId(string value) => Value = value;

    /// <summary>The normalised form: upper case, no separators. 7 to 37 characters.</summary>
    public string Value { get; }

    /// <summary>The country, two letters.</summary>
    public string Country => Value[..2];

    /// <summary>The operator, three characters.</summary>
    public string Operator => Value[2..5];

    /// <summary>The outlet, without the letter E that announces it.</summary>
    public string Outlet => Value[6..];

    /// <summary>Parses <c>DE*8AA*E00001*1</c> and <c>DE8AAE000011</c> in any case; separators are dropped and do not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="evseId">The identifier on success.</param>
    /// <returns>Whether the text has the form of an EVSE identifier.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EvseId? evseId)
    {
        evseId = null;
        if (text is null || text.Length > 2 * Longest)
        {
            return false;
        }

        Span<char> normalised = stackalloc char[Longest];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '*' or '-')
            {
                if (length is not 2 and not 5 and < 7 || text[i - 1] is '*' or '-' || i == text.Length - 1)
                {
                    return false;
                }

                continue;
            }

            if (!char.IsAsciiLetterOrDigit(character) || (length < 2 && !char.IsAsciiLetter(character)) || length == Longest)
            {
                return false;
            }

            normalised[length++] = char.ToUpperInvariant(character);
        }

        if (length < Shortest || normalised[5] != 'E')
        {
            return false;
        }

        evseId = new EvseId(new string(normalised[..length]));
        return true;
    }

    /// <summary>The form with asterisks.</summary>
    /// <returns>For example <c>DE*8AA*E000011</c>.</returns>
    public override string ToString() => $"{Country}*{Operator}*E{Outlet}";
}
