using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>What a declaration says. The kinds are closed: there are no others.</summary>
public abstract record DeclarationBody
{
    private protected DeclarationBody()
    {
    }

    /// <summary>Which kind this is.</summary>
    public abstract DeclarationKind Kind { get; }

    internal abstract void WriteFields(AsnWriter writer);

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence(DerTags.Context((int)Kind)))
        {
            WriteFields(writer);
        }
    }

    internal static DeclarationBody Read(DerReader outer)
    {
        foreach (var kind in Enum.GetValues<DeclarationKind>())
        {
            if (outer.NextIs(DerTags.Context((int)kind)))
            {
                var reader = outer.Sequence("body", DerTags.Context((int)kind));
                DeclarationBody body = kind switch
                {
                    DeclarationKind.Tariff => TariffBody.ReadFields(reader),
                    DeclarationKind.Roaming => RoamingBody.ReadFields(reader),
                    DeclarationKind.Policy => PolicyBody.ReadFields(reader),
                    _ => MeterBody.ReadFields(reader),
                };
                reader.End();
                return body;
            }
        }

        throw outer.Refuse(outer.HasData ? RecordFault.UnexpectedField : RecordFault.MissingField, "body");
    }
}
