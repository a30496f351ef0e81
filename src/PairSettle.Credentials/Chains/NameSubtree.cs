namespace PairSettle.Credentials;

/// <summary>How a name lies to a subtree of the same form (RFC 5280, 4.2.1.10). Both are well-formed.</summary>
internal static class NameSubtree
{
    /// <summary>Whether every name that is meant lies in the subtree.</summary>
    public static bool Contains(GeneralName name, GeneralName subtree) => name.Kind switch
    {
        GeneralNameKind.Dns => DnsName.IsWithin(name.Text!.StartsWith("*.", StringComparison.Ordinal) ? name.Text.AsSpan(2) : name.Text, subtree.Text),
        _ => Matches(name, subtree),
    };

    /// <summary>Whether any name that is meant lies in the subtree: an asterisk may stand for the very label that is excluded.</summary>
    public static bool Overlaps(GeneralName name, GeneralName subtree)
    {
        if (name.Kind != GeneralNameKind.Dns)
        {
            return Matches(name, subtree);
        }

        return Contains(name, subtree) || (name.Text!.StartsWith("*.", StringComparison.Ordinal) && DnsName.Presents(name.Text, subtree.Text));
    }

    /// <summary>The host of a URI; one without a host, or with an address for it, cannot be constrained and so is never acceptable.</summary>
    public static bool TryGetHost(string text, out ReadOnlySpan<char> host)
    {
        host = default;
        var authority = text.IndexOf("://", StringComparison.Ordinal);
        if (authority <= 0)
        {
            return false;
        }

        host = text.AsSpan(authority + 3);
        var end = host.IndexOfAny("/?#");
        host = end < 0 ? host : host[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        host = port < 0 ? host : host[..port];
        return DnsName.IsValid(host, wildcard: false);
    }

    private static bool Matches(GeneralName name, GeneralName subtree) => name.Kind switch
    {
        GeneralNameKind.Directory => name.Directory!.IsWithin(subtree.Directory!),
        GeneralNameKind.Ip => IsInNetwork(name.Octets.Span, subtree.Octets.Span),
        GeneralNameKind.Uri => TryGetHost(name.Text!, out var host) && IsHostWithin(host, subtree.Text),
        GeneralNameKind.Email => IsMailboxWithin(name.Text, subtree.Text),
        _ => false,
    };

    private static bool IsInNetwork(ReadOnlySpan<byte> address, ReadOnlySpan<byte> network)
    {
        if (network.Length != 2 * address.Length)
        {
            return false;
        }

        for (var i = 0; i < address.Length; i++)
        {
            if (((address[i] ^ network[i]) & network[address.Length + i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    // A period in front means the hosts below, and not the domain itself; without it exactly one host is meant.
    private static bool IsHostWithin(ReadOnlySpan<char> host, ReadOnlySpan<char> constraint) => constraint.StartsWith(".")
        ? host.EndsWith(constraint, StringComparison.OrdinalIgnoreCase)
        : constraint.IsEmpty || host.Equals(constraint, StringComparison.OrdinalIgnoreCase);

    private static bool IsMailboxWithin(ReadOnlySpan<char> mailbox, ReadOnlySpan<char> constraint) => constraint.Contains('@')
        ? EmailAddress.AreSame(mailbox, constraint)
        : EmailAddress.TrySplit(mailbox, out _, out var host) && IsHostWithin(host, constraint);
}
