using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// A provisioning certificate identifier: the maker's code (3) and 14 characters, with an optional check character. It names one vehicle. No
/// public source tells how the check character follows from the others, so it is not judged.
/// </summary>
public sealed record Pcid
{
    private const int LengthWithoutCheck = 17;

    private Pcid(string value) => Value = value;

    /// <summary>The normalised form: upper case, 17 or 18 characters. Personal: not for logs.</summary>
    public string Value { get; }

    /// <summary>The maker's code.</summary>
    public string Maker => Value[..3];

    /// <summary>The check character as given; null where it is absent.</summary>
    public char? CheckCharacter => Value.Length > LengthWithoutCheck ? Value[LengthWithoutCheck] : null;

    /// <summary>The 17 characters without the check character, which name the same vehicle. Personal: not for logs.</summary>
    public string WithoutCheckCharacter => Value[..LengthWithoutCheck];

    /// <summary>Parses 17 or 18 letters and digits in any case.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pcid">The identifier on success.</param>
    /// <returns>Whether the text has the form of a PCID.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Pcid? pcid)
    {
        pcid = text is { Length: LengthWithoutCheck or LengthWithoutCheck + 1 } && text.All(char.IsAsciiLetterOrDigit) ? new Pcid(text.ToUpperInvariant()) : null;
        return pcid is not null;
    }

    /// <summary>The maker's code, with the rest masked.</summary>
    /// <returns>For example <c>WMI**************</c>.</returns>
    public override string ToString() => $"{Maker}**************";
}
