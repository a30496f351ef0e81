namespace PairSettle.Credentials;

/// <summary>Mailboxes of the form local@host (RFC 5280, 4.2.1.6 and 4.2.1.10). The local part counts character by character.</summary>
internal static class EmailAddress
{
    /// <summary>Splits a mailbox.</summary>
    /// <returns>False where it is none.</returns>
    public static bool TrySplit(ReadOnlySpan<char> mailbox, out ReadOnlySpan<char> local, out ReadOnlySpan<char> host)
    {
        var at = mailbox.LastIndexOf('@');
        local = at < 0 ? default : mailbox[..at];
        host = at < 0 ? default : mailbox[(at + 1)..];
        return !local.IsEmpty && (!local.Contains('@') || (local[0] == '"' && local[^1] == '"')) && DnsName.IsValid(host, wildcard: false);
    }

    /// <summary>Whether a constraint names a mailbox, a host or, after a period, all hosts of a domain.</summary>
    public static bool IsConstraint(string constraint) => constraint.Contains('@', StringComparison.Ordinal)
        ? TrySplit(constraint, out _, out _)
        : constraint.Length == 0 || DnsName.IsValid(constraint.StartsWith('.') ? constraint.AsSpan(1) : constraint, wildcard: false);

    /// <summary>Whether two mailboxes are the same: hosts without regard to case.</summary>
    public static bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        TrySplit(one, out var local, out var host) && TrySplit(other, out var otherLocal, out var otherHost)
        && local.SequenceEqual(otherLocal) && host.Equals(otherHost, StringComparison.OrdinalIgnoreCase);
}
