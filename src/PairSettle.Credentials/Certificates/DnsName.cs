namespace PairSettle.Credentials;

/// <summary>DNS names in the preferred syntax (RFC 1034, 3.5, RFC 1123, 2.1).</summary>
internal static class DnsName
{
    private const int Longest = 253;
    private const int LongestLabel = 63;

    /// <summary>Whether a text is a name; in a certificate its leftmost label may be a lone asterisk (RFC 9525, 6.3).</summary>
    public static bool IsValid(ReadOnlySpan<char> name, bool wildcard)
    {
        if (name.Length is 0 or > Longest)
        {
            return false;
        }

        if (wildcard && name.StartsWith("*."))
        {
            name = name[2..];
        }

        var numeric = true;
        foreach (var range in name.Split('.'))
        {
            var label = name[range];
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            numeric = true;
            foreach (var character in label)
            {
                if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                {
                    return false;
                }

                numeric &= char.IsAsciiDigit(character);
            }
        }

        return !numeric; // a last label of digits alone makes it an address
    }

    /// <summary>Whether a name is the other or lies below it; the empty name is above all.</summary>
    public static bool IsWithin(ReadOnlySpan<char> name, ReadOnlySpan<char> above) =>
        above.IsEmpty
        || (name.EndsWith(above, StringComparison.OrdinalIgnoreCase) && (name.Length == above.Length || name[name.Length - above.Length - 1] == '.'));

    /// <summary>Whether a name in a certificate stands for the host: an asterisk for exactly one label (RFC 9525, 6.3).</summary>
    public static bool Presents(ReadOnlySpan<char> presented, ReadOnlySpan<char> host)
    {
        if (!presented.StartsWith("*."))
        {
            return presented.Equals(host, StringComparison.OrdinalIgnoreCase);
        }

        var dot = host.IndexOf('.');
        return dot > 0 && presented[1..].Equals(host[dot..], StringComparison.OrdinalIgnoreCase);
    }
}
