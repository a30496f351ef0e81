using System.Collections.Immutable;
using System.Globalization;
using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>The entries of the next issue of a trust list, as the command line names them.</summary>
internal sealed class TrustListDraft(TrustList? previous)
{
    private readonly List<TrustListEntry> _anchors = [.. previous?.Anchors ?? []];
    private readonly List<TrustListWithdrawal> _withdrawals = [.. previous?.Withdrawals ?? []];

    /// <summary>Adds the anchors of a folder that are not on the list.</summary>
    public void AddFolder(string folder, DateTimeOffset from)
    {
        var store = CredentialFiles.Anchors([folder], AuthorityRole.V2G);
        foreach (var role in Enum.GetValues<AuthorityRole>().Where(static role => role != AuthorityRole.TrustList))
        {
            foreach (var anchor in store.AnchorsOf(role).Where(anchor => !_anchors.Any(entry => entry.Role == role && entry.Certificate.Equals(anchor))))
            {
                _anchors.Add(new TrustListEntry(role, anchor, from));
            }
        }
    }

    /// <summary>Adds the anchors of <c>ROLE=FILE[,FROM[,UNTIL]]</c>.</summary>
    public void Add(string text, DateTimeOffset now)
    {
        var (role, anchors, times) = Read(text, mostTimes: 2);
        foreach (var anchor in anchors)
        {
            _anchors.RemoveAll(entry => entry.Role == role && entry.Certificate.Equals(anchor));
            _anchors.Add(new TrustListEntry(role, anchor, times.Length > 0 ? times[0] : now, times.Length > 1 ? times[1] : null));
        }
    }

    /// <summary>Withdraws the anchors of <c>ROLE=FILE[,AT]</c>.</summary>
    public void Withdraw(string text, DateTimeOffset now)
    {
        var (role, anchors, times) = Read(text, mostTimes: 1);
        foreach (var anchor in anchors)
        {
            _withdrawals.RemoveAll(entry => entry.Role == role && entry.CertificateSha256.Span.SequenceEqual(anchor.Sha256.Span));
            _withdrawals.Add(new TrustListWithdrawal(role, anchor.Sha256, times.Length > 0 ? times[0] : now));
        }
    }

    public TrustList ToList(string id, long number, DateTimeOffset issuedAt, DateTimeOffset nextUpdate) => new()
    {
        ListId = id,
        SequenceNumber = number,
        IssuedAt = issuedAt,
        NextUpdate = nextUpdate,
        Anchors = [.. _anchors],
        Withdrawals = [.. _withdrawals],
    };

    private static (AuthorityRole Role, ImmutableArray<Certificate> Anchors, DateTimeOffset[] Times) Read(string text, int mostTimes)
    {
        var parts = text.Split(',');
        if (parts[0].IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals) || parts.Length - 1 > mostTimes)
        {
            throw new InvalidDataException($"{text}: not ROLE=FILE and at most {mostTimes} times behind commas");
        }

        if (!TryParseRole(parts[0][..equals], out var role))
        {
            throw new InvalidDataException($"{text}: not the name or the folder of a role");
        }

        var times = new DateTimeOffset[parts.Length - 1];
        for (var i = 0; i < times.Length; i++)
        {
            if (!DateTimeOffset.TryParse(parts[i + 1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                throw new InvalidDataException($"{parts[i + 1]}: not a time");
            }

            times[i] = TrustListFiles.WholeSeconds(time);
        }

        return (role, CredentialFiles.Anchors([parts[0][(equals + 1)..]], role).AnchorsOf(role), times);
    }

    private static bool TryParseRole(string text, out AuthorityRole role)
    {
        foreach (var candidate in Enum.GetValues<AuthorityRole>())
        {
            if (text.Equals(TrustStore.FolderOf(candidate), StringComparison.OrdinalIgnoreCase)
                || text.Equals(candidate.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                role = candidate;
                return true;
            }
        }

        role = default;
        return false;
    }
}
