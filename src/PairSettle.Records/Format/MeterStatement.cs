using System.Formats.Asn1;

namespace PairSettle.Records.Format;

/// <summary>What a meter showed at one instant.</summary>
public sealed record MeterStatement
{
    /// <summary>The serial number of the meter, 1 to 64 characters.</summary>
    public required string MeterSerial { get; init; }

    /// <summary>The import register: energy into the vehicle since the meter was made.</summary>
    public required long ImportWh { get; init; }

    /// <summary>The export register: energy out of the vehicle since the meter was made.</summary>
    public required long ExportWh { get; init; }

    /// <summary>When the registers were read.</summary>
    public required QualifiedTime At { get; init; }

    /// <summary>What the meter itself signed, or null for a meter that signs nothing.</summary>
    public MeterAttestation? Attestation { get; init; }

    /// <summary>The bytes that a meter signs: the label, then the statement without its attestation.</summary>
    /// <returns>The bytes to hash with the digest of the key's curve.</returns>
    public byte[] GetSigningInput()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        (this with { Attestation = null }).Write(writer);
        return SigningInput.Create(SigningInput.MeterStatement, writer.Encode());
    }

    /// <summary>What the registers counted since an earlier statement of the same meter.</summary>
    internal (long ImportWh, long ExportWh) Since(MeterStatement start) => (ImportWh - start.ImportWh, ExportWh - start.ExportWh);

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteText(MeterSerial);
            writer.WriteInteger(ImportWh);
            writer.WriteInteger(ExportWh);
            writer.WriteTime(At);
            switch (Attestation)
            {
                case MeterAttestation.Signature signature:
                    writer.WriteOctetString(signature.Value.Span, DerTags.Context(0));
                    break;
                case MeterAttestation.Attached attached:
                    using (writer.PushSequence(DerTags.Context(1)))
                    {
                        writer.WriteText(attached.Format);
                        writer.WriteDigest(attached.Hash);
                    }

                    break;
            }
        }
    }

    internal static MeterStatement Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var statement = new MeterStatement
        {
            MeterSerial = reader.Text("meterSerial", 1, 64),
            ImportWh = reader.Integer("importWh", 0, FormatLimits.MaxQuantity),
            ExportWh = reader.Integer("exportWh", 0, FormatLimits.MaxQuantity),
            At = reader.Time("at"),
            Attestation = ReadAttestation(reader),
        };
        reader.End();
        return statement;
    }

    private static MeterAttestation? ReadAttestation(DerReader reader)
    {
        if (reader.NextIs(DerTags.Context(0)))
        {
            return new MeterAttestation.Signature(reader.Octets("signature", 64, 132, DerTags.Context(0)));
        }

        if (!reader.NextIs(DerTags.Context(1)))
        {
            return null;
        }

        var inner = reader.Sequence("attestation", DerTags.Context(1));
        var attached = new MeterAttestation.Attached(inner.Text("format", 1, 32), inner.Digest("hash"));
        inner.End();
        return attached;
    }
}
