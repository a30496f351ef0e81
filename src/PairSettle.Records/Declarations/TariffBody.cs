using System.Formats.Asn1;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Declarations;

/// <summary>Declares a tariff.</summary>
/// <param name="Tariff">The tariff.</param>
public sealed record TariffBody(Tariff Tariff) : DeclarationBody
{
    /// <inheritdoc/>
    public override DeclarationKind Kind => DeclarationKind.Tariff;

    internal override void WriteFields(AsnWriter writer) => Tariff.Write(writer);

    internal static TariffBody ReadFields(DerReader reader) => new(Tariff.Read(reader));
}
