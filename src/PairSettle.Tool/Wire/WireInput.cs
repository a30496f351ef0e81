using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PairSettle.Tool.Wire;

/// <summary>Octets as people hand them over: hexadecimal digits in any common dress, a file, or standard input.</summary>
internal static class WireInput
{
    /// <summary>The most octets that are read; hexadecimal text may be as long as their digits need.</summary>
    public const int MaxOctets = 8 * 1024 * 1024;

    private const int MaxCharacters = 4 * MaxOctets;

    /// <summary>Reads the argument of a command.</summary>
    /// <param name="source">Hexadecimal digits; '-'; '@' and the path of a file; or the path of a file that exists.</param>
    /// <param name="openStandardInput">Opens standard input.</param>
    /// <param name="octets">The octets.</param>
    /// <param name="error">Why there are none.</param>
    /// <exception cref="IOException">The file or standard input cannot be read.</exception>
    public static bool TryRead(string source, Func<Stream> openStandardInput, [NotNullWhen(true)] out byte[]? octets, out WireError error)
    {
        if (source == "-")
        {
            using var stream = openStandardInput();
            return TryReadContent(stream, out octets, out error);
        }

        var path = source.StartsWith('@') ? source[1..] : File.Exists(source) ? source : null;
        if (path is null)
        {
            return TryParseHex(source, out octets, out error);
        }

        if (!File.Exists(path))
        {
            octets = null;
            error = new(WireFault.InputUnreadable, $"{path}: no such file");
            return false;
        }

        using var file = File.OpenRead(path);
        return TryReadContent(file, out octets, out error);
    }

    /// <summary>
    /// Reads hexadecimal digits. White space, colons, hyphens and commas between octets are passed over, and so is "0x" before one.
    /// </summary>
    public static bool TryParseHex(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? octets, out WireError error)
    {
        octets = null;
        var digits = new StringBuilder(Math.Min(text.Length, MaxCharacters));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is ':' or '-' or ',')
            {
                continue;
            }

            if (text[i] == '0' && i + 1 < text.Length && text[i + 1] is 'x' or 'X' && digits.Length % 2 == 0)
            {
                i++;
                continue;
            }

            digits.Append(text[i]);
        }

        var hex = digits.ToString();
        if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit))
        {
            error = new(WireFault.InputUnreadable, "the input is not an even number of hexadecimal digits");
            return false;
        }

        octets = Convert.FromHexString(hex);
        error = default;
        return true;
    }

    private static bool TryReadContent(Stream stream, [NotNullWhen(true)] out byte[]? octets, out WireError error)
    {
        octets = null;
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (content.Length + read > MaxCharacters)
            {
                error = new(WireFault.InputUnreadable, string.Create(CultureInfo.InvariantCulture, $"the input is longer than {MaxCharacters} octets"));
                return false;
            }

            content.Write(buffer, 0, read);
        }

        // No frame and no EXI stream consists of ASCII alone: the first octet of the one is 0x01 and that of the other above 0x7F.
        var found = content.ToArray();
        if (Ascii.IsValid(found) && !(found.Length > 0 && found[0] == 0x01))
        {
            return TryParseHex(Encoding.ASCII.GetString(found), out octets, out error);
        }

        octets = found;
        error = default;
        return true;
    }
}
