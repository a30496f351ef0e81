using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// An e-mobility account identifier: country (2 letters), provider (3), instance (9) and an optional check character (ISO 15118-2, annex H).
/// It is personal: <see cref="ToString"/> masks the instance, and only <see cref="Value"/> shows all of it.
/// </summary>
public sealed record Emaid
{
    private const int LengthWithoutCheck = 14;

    private Emaid(string value) => Value = value;

    /// <summary>The normalised form: upper case, no separators, 14 or 15 characters. Personal: not for logs.</summary>
    public string Value { get; }

    /// <summary>The country, two letters.</summary>
    public string Country => Value[..2];

    /// <summary>The provider, three characters.</summary>
    public string Provider => Value[2..5];

    /// <summary>The nine characters that name the contract. Personal: not for logs.</summary>
    public string Instance => Value[5..LengthWithoutCheck];

    /// <summary>The check character as given; null where it is absent.</summary>
    public char? CheckCharacter => Value.Length > LengthWithoutCheck ? Value[LengthWithoutCheck] : null;

    /// <summary>The 14 characters without the check character, which name the same contract. Personal: not for logs.</summary>
    public string WithoutCheckCharacter => Value[..LengthWithoutCheck];

    /// <summary>Whether a check character is present and right. Much of what is in use in the field is wrong, so this is no condition for parsing.</summary>
    public bool HasValidCheckCharacter => CheckCharacter is { } given && given == EmaidCheckCharacter.Compute(WithoutCheckCharacter);

    /// <summary>Parses the forms <c>DE-8AA-001234567-0</c> and <c>DE8AA0012345670</c>, with or without check character, in any case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="emaid">The identifier on success.</param>
    /// <returns>Whether the text has the form of an EMAID.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Emaid? emaid)
    {
        emaid = null;
        if (text is null || text.Length > LengthWithoutCheck + 4)
        {
            return false;
        }

        Span<char> normalised = stackalloc char[LengthWithoutCheck + 1];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '-')
            {
                // A separator stands between parts only, and one at a time.
                if (length is not (2 or 5 or LengthWithoutCheck) || text[i - 1] == '-' || i == text.Length - 1)
                {
                    return false;
                }

                continue;
            }

            if (!char.IsAsciiLetterOrDigit(character) || (length < 2 && !char.IsAsciiLetter(character)) || length > LengthWithoutCheck)
            {
                return false;
            }

            normalised[length++] = char.ToUpperInvariant(character);
        }

        if (length < LengthWithoutCheck)
        {
            return false;
        }

        emaid = new Emaid(new string(normalised[..length]));
        return true;
    }

    /// <summary>Parses an EMAID.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="FormatException">The text does not have the form; the message does not repeat it.</exception>
    public static Emaid Parse(string text) => TryParse(text, out var emaid) ? emaid : throw new FormatException("the text is not an EMAID");

    /// <summary>The same contract with the right check character.</summary>
    /// <returns>An identifier of 15 characters.</returns>
    public Emaid WithCheckCharacter() => new(WithoutCheckCharacter + EmaidCheckCharacter.Compute(WithoutCheckCharacter));

    /// <summary>The form with hyphens. Personal: not for logs.</summary>
    /// <returns>For example <c>DE-8AA-001234567-0</c>.</returns>
    public string ToHyphenatedString() => CheckCharacter is { } check
        ? $"{Country}-{Provider}-{Instance}-{check}"
        : $"{Country}-{Provider}-{Instance}";

    /// <summary>Country and provider, with the rest masked.</summary>
    /// <returns>For example <c>DE8AA*********</c>.</returns>
    public override string ToString() => $"{Country}{Provider}*********";
}
