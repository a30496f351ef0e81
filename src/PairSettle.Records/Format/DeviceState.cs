using System.Formats.Asn1;

namespace PairSettle.Records.Format;

/// <summary>Where a half-record stands in the history of the device that signed it.</summary>
public sealed record DeviceState
{
    /// <summary>1 for the first record of the device, then one more each time.</summary>
    public required long RecordCounter { get; init; }

    /// <summary>How often the device has started.</summary>
    public required long BootCounter { get; init; }

    /// <summary>The hash of the content of the half-record that this device signed before; <see cref="Digest.None"/> for the first.</summary>
    public required Digest PreviousRecord { get; init; }

    /// <summary>Energy into vehicles over all records, this one included.</summary>
    public required long CumulativeImportWh { get; init; }

    /// <summary>Energy out of vehicles over all records, this one included.</summary>
    public required long CumulativeExportWh { get; init; }

    /// <summary>Cost over all records in this currency, this one included.</summary>
    public required Money CumulativeCost { get; init; }

    /// <summary>Energy that the meter counted since the previous record and that belongs to no record: the gap of a crash.</summary>
    public long UnaccountedWh { get; init; }

    /// <summary>The newest record of the other device that this one has seen, or null.</summary>
    public DeviceHead? PeerHead { get; init; }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(RecordCounter);
            writer.WriteInteger(BootCounter);
            writer.WriteDigest(PreviousRecord);
            writer.WriteInteger(CumulativeImportWh);
            writer.WriteInteger(CumulativeExportWh);
            writer.WriteMoney(CumulativeCost);
            writer.WriteInteger(UnaccountedWh);
            if (PeerHead is { } head)
            {
                using (writer.PushSequence(DerTags.Context(0)))
                {
                    writer.WriteInteger(head.RecordCounter);
                    writer.WriteDigest(head.Record);
                }
            }
        }
    }

    internal static DeviceState Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var state = new DeviceState
        {
            RecordCounter = reader.Integer("recordCounter", 1, FormatLimits.MaxQuantity),
            BootCounter = reader.Integer("bootCounter", 0, FormatLimits.MaxQuantity),
            PreviousRecord = reader.Digest("previousRecord"),
            CumulativeImportWh = reader.Integer("cumulativeImportWh", 0, FormatLimits.MaxQuantity),
            CumulativeExportWh = reader.Integer("cumulativeExportWh", 0, FormatLimits.MaxQuantity),
            CumulativeCost = reader.Money("cumulativeCost"),
            UnaccountedWh = reader.Integer("unaccountedWh", 0, FormatLimits.MaxQuantity),
            PeerHead = ReadHead(reader),
        };
        reader.End();

        // The first record has no predecessor, and every other one names it.
        return state.RecordCounter == 1 == state.PreviousRecord.IsNone
            ? state
            : throw outer.Refuse(RecordFault.Contradiction, name + ".previousRecord");
    }

    private static DeviceHead? ReadHead(DerReader reader)
    {
        if (!reader.NextIs(DerTags.Context(0)))
        {
            return null;
        }

        var inner = reader.Sequence("peerHead", DerTags.Context(0));
        var head = new DeviceHead(inner.Integer("recordCounter", 1, FormatLimits.MaxQuantity), inner.Digest("record"));
        inner.End();
        return head;
    }
}
