using System.CommandLine;
using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>What commands that verify trust lists ask for besides the list.</summary>
internal sealed class TrustListOptions
{
    private readonly Option<string[]> _lists = new("--list-crl") { Description = "Revocation lists about the list's signer, PEM or DER.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<RevocationDepth> _depth = new("--list-revocation")
    {
        Description = "Which certificates of the list's signer need evidence.", DefaultValueFactory = static _ => RevocationDepth.None,
    };

    private readonly Option<StaleEvidence> _stale = new("--list-stale")
    {
        Description = "What a list past its next update means.", DefaultValueFactory = static _ => StaleEvidence.Reject,
    };

    public void AddTo(Command command)
    {
        command.Add(_lists);
        command.Add(_depth);
        command.Add(_stale);
    }

    public TrustListReport Verify(ParseResult parse, SignedTrustList list, IEnumerable<string> anchors, DateTimeOffset? at, TrustListReference? known = null) =>
        TrustListVerifier.Verify(new()
        {
            List = list,
            Anchors = CredentialFiles.Anchors(anchors, AuthorityRole.TrustList),
            At = at ?? TimeProvider.System.GetUtcNow(),
            Known = known,
            Stale = parse.GetValue(_stale),
            Evidence = CredentialFiles.Evidence(parse.GetValue(_lists) ?? []),
            Policy = new() { Depth = parse.GetValue(_depth) },
        });
}
