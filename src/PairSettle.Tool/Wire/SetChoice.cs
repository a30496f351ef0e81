using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Wire;

/// <summary>
/// Finds the message set of a stream whose negotiation is not at hand. A stream does not say which schema it is of, so each candidate
/// decodes it strictly to its last bit, and the answer counts only where exactly one of them accepts.
/// </summary>
internal static class SetChoice
{
    /// <summary>Every set.</summary>
    public static string[] All { get; } = [.. MessageSets.All.Select(set => set.Name)];

    /// <summary>Decodes under each of the candidates.</summary>
    /// <param name="exi">The whole stream.</param>
    /// <param name="fragment">Whether it is a fragment.</param>
    /// <param name="candidates">Short names of sets.</param>
    /// <param name="messagesOnly">Whether only whole messages may stand here, not any document of the schema.</param>
    /// <param name="set">The one set that accepts.</param>
    /// <param name="xml">The XML form.</param>
    /// <param name="error">None or several accept; the detail names them.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> exi, bool fragment, ReadOnlySpan<string> candidates, bool messagesOnly,
        [NotNullWhen(true)] out string? set, [NotNullWhen(true)] out string? xml, out WireError error)
    {
        (set, xml) = (null, null);
        var (accepting, refusals) = (new List<string>(), new List<string>());
        foreach (var name in candidates)
        {
            if (!MessageSets.Find(name)!.Codec.TryDecodeToXml(exi, fragment, out var form, out var refusal))
            {
                refusals.Add($"{name} {refusal}");
            }
            else if (messagesOnly && MessageSummary.Of(form).Root is var root && !PayloadTypes.IsMessageRoot(root))
            {
                refusals.Add($"{name} {new ExiError(ExiFault.UnexpectedRoot, -1, root)}");
            }
            else
            {
                accepting.Add(name);
                (set, xml) = (name, form);
            }
        }

        return Judge(accepting, refusals, ref set, ref xml, out error);
    }

    /// <summary>Encodes under each set.</summary>
    public static bool TryEncode(
        string text, bool fragment, ExiStringTableMode mode,
        [NotNullWhen(true)] out string? set, [NotNullWhen(true)] out byte[]? exi, out WireError error)
    {
        (set, exi) = (null, null);
        var (accepting, refusals) = (new List<string>(), new List<string>());
        foreach (var name in All)
        {
            if (MessageSets.Find(name)!.Codec.TryEncodeFromXml(text, fragment, mode, out var octets, out var refusal))
            {
                accepting.Add(name);
                (set, exi) = (name, octets);
            }
            else
            {
                refusals.Add($"{name} {refusal}");
            }
        }

        return Judge(accepting, refusals, ref set, ref exi, out error);
    }

    private static bool Judge<T>(List<string> accepting, List<string> refusals, [NotNullWhen(true)] ref string? set, [NotNullWhen(true)] ref T? result, out WireError error)
        where T : class
    {
        error = accepting.Count switch
        {
            1 => default,
            0 => new(WireFault.NoSetAccepts, string.Join("; ", refusals)),
            _ => new(WireFault.SetAmbiguous, $"{string.Join(", ", accepting)} accept it; choose with --set"),
        };
        if (error.Fault is not WireFault.None)
        {
            (set, result) = (null, null);
        }

        return set is not null && result is not null;
    }
}
