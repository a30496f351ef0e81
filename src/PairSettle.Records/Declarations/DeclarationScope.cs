using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>Which sessions a declaration is about. An empty list does not narrow it.</summary>
public sealed record DeclarationScope
{
    /// <summary>Every session.</summary>
    public static DeclarationScope All { get; } = new();

    /// <summary>Beginnings of EVSE identifiers.</summary>
    public ExiList<string> EvseIdPrefixes { get; init; }

    /// <summary>Hashes of certificates of which one must stand in the verified chain of the contract, its anchor included.</summary>
    public ExiList<Digest> Contracts { get; init; }

    /// <summary>Hashes of certificates of which one must stand in the verified chain of the charger, its anchor included.</summary>
    public ExiList<Digest> Chargers { get; init; }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteList(EvseIdPrefixes, static (w, item) => w.WriteText(item));
            writer.WriteDigests(Contracts);
            writer.WriteDigests(Chargers);
        }
    }

    internal static DeclarationScope Read(DerReader outer)
    {
        var reader = outer.Sequence("scope");
        var scope = new DeclarationScope
        {
            EvseIdPrefixes = reader.List("evseIdPrefixes", 0, 64, static (r, name) => r.Text(name, 1, 64)),
            Contracts = reader.Digests("contracts", 0, 64),
            Chargers = reader.Digests("chargers", 0, 64),
        };
        reader.End();
        return scope;
    }
}
