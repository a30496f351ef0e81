using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>Binds a meter to EVSEs. The validity of the declaration is the validity of the calibration.</summary>
public sealed record MeterBody : DeclarationBody
{
    /// <inheritdoc/>
    public override DeclarationKind Kind => DeclarationKind.Meter;

    /// <summary>The serial number, as meter statements give it.</summary>
    public required string MeterSerial { get; init; }

    /// <summary>The meter's public key with its algorithm (SubjectPublicKeyInfo); empty for a meter that does not sign.</summary>
    public ExiBytes PublicKey { get; init; }

    /// <summary>The EVSEs that the meter measures.</summary>
    public required ExiList<string> EvseIds { get; init; }

    /// <summary>The certified accuracy.</summary>
    public MeterClass Accuracy { get; init; }

    internal override void WriteFields(AsnWriter writer)
    {
        writer.WriteText(MeterSerial);
        writer.WriteOctetString(PublicKey.Span);
        writer.WriteList(EvseIds, static (w, item) => w.WriteText(item));
        writer.WriteEnum(Accuracy);
    }

    internal static MeterBody ReadFields(DerReader reader) => new()
    {
        MeterSerial = reader.Text("meterSerial", 1, 64),
        PublicKey = reader.Octets("publicKey", 0, 256),
        EvseIds = reader.List("evseIds", 1, 64, static (r, name) => r.Text(name, 1, 64)),
        Accuracy = reader.Enumerated<MeterClass>("accuracy"),
    };
}
