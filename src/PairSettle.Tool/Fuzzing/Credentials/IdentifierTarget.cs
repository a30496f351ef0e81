using System.Text;
using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Texts that may be an identifier of any kind.</summary>
internal sealed class IdentifierTarget : CredentialTarget
{
    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.Identifier];

    /// <inheritdoc/>
    public override object Prepare(CredentialKind kind, byte[] octets) => Encoding.UTF8.GetString(octets);

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        var text = (string)input;
        var any = Emaid.TryParse(text, out var emaid) | Evccid.TryParse(text, out var evccid) | Pcid.TryParse(text, out var pcid) | EvseId.TryParse(text, out var evseId)
            | SeccId.TryParse(text, out var seccId);
        return any ? Outcome.Of(new Identifiers(text, emaid, evccid, pcid, evseId, seccId)) : Outcome.Refused("none");
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        var (text, emaid, evccid, pcid, evseId, seccId) = (Identifiers)accepted;
        problem = null;
        if (!Ascii.IsValid(text))
        {
            problem = "accepted, with characters that no identifier has";
        }

        if (emaid is not null && !(Emaid.TryParse(emaid.Value, out var same) && same == emaid && Emaid.Parse(emaid.ToHyphenatedString()) == emaid
            && emaid.WithCheckCharacter().HasValidCheckCharacter && !emaid.ToString().Contains(emaid.Instance, StringComparison.Ordinal)))
        {
            problem = "an EMAID whose forms differ";
        }

        if (evccid is not null && !(Evccid.TryParse(evccid.Value, out var sameEvccid) && sameEvccid == evccid))
        {
            problem = "an EVCCID whose forms differ";
        }

        if (pcid is not null && !(Pcid.TryParse(pcid.Value, out var samePcid) && samePcid == pcid))
        {
            problem = "a PCID whose forms differ";
        }

        if (evseId is not null && !(EvseId.TryParse(evseId.Value, out var sameEvseId) && sameEvseId == evseId && EvseId.TryParse(evseId.ToString(), out sameEvseId) && sameEvseId == evseId))
        {
            problem = "an EVSEID whose forms differ";
        }

        if (seccId is not null && !(SeccId.TryParse(seccId.Value, out var sameSeccId) && sameSeccId == seccId && SeccId.TryParse(seccId.ToString(), out sameSeccId) && sameSeccId == seccId))
        {
            problem = "an SECCID whose forms differ";
        }

        return $"{emaid?.HasValidCheckCharacter} {evccid?.HasValidCheckCharacter} {pcid?.Value.Length} {Magnitude(evseId?.Value.Length ?? 0)} {Magnitude(seccId?.Value.Length ?? 0)}";
    }

    private sealed record Identifiers(string Text, Emaid? Emaid, Evccid? Evccid, Pcid? Pcid, EvseId? EvseId, SeccId? SeccId);
}
