namespace PairSettle.Credentials;

/// <summary>
/// Finds the blocks of PEM texts (RFC 7468) in a time in proportion to their length. The platform looks through the rest of the text for the
/// end of every block that begins, which a text of beginnings alone turns into quadratic work.
/// </summary>
internal static class PemText
{
    private const string Dashes = "-----";
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";

    /// <summary>Takes the next block off a text; beginnings that the next dashes do not end are passed over.</summary>
    /// <param name="text">The text; behind the block on success.</param>
    /// <param name="label">The label.</param>
    /// <param name="data">What stands between the two lines, whatever it is.</param>
    /// <returns>False where there is no further block.</returns>
    public static bool TryTake(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> label, out ReadOnlySpan<char> data)
    {
        label = data = default;
        while (text.IndexOf(Begin) is var begin and >= 0)
        {
            text = text[(begin + Begin.Length)..];
            var labelEnd = text.IndexOf(Dashes);
            if (labelEnd < 0)
            {
                return false;
            }

            label = text[..labelEnd];
            text = text[(labelEnd + Dashes.Length)..];
            var dataEnd = text.IndexOf(Dashes);
            if (dataEnd < 0)
            {
                return false;
            }

            data = text[..dataEnd];
            text = text[dataEnd..];
            if (text.StartsWith(End) && text[End.Length..].StartsWith(label) && text[(End.Length + label.Length)..].StartsWith(Dashes))
            {
                text = text[(End.Length + label.Length + Dashes.Length)..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes what stands in a block.</summary>
    /// <param name="data">Base64 with white space.</param>
    /// <param name="octets">The octets on success.</param>
    /// <returns>Whether it is base64.</returns>
    public static bool TryDecode(ReadOnlySpan<char> data, out ReadOnlyMemory<byte> octets)
    {
        var buffer = new byte[(data.Length / 4 * 3) + 3];
        var valid = Convert.TryFromBase64Chars(data, buffer, out var written);
        octets = buffer.AsMemory(0, written);
        return valid;
    }
}
