using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>
/// A stretch of a session in which every price component stays the same. Periods follow each other without a gap; a session
/// is cut wherever another element of the tariff begins to apply.
/// </summary>
public sealed record UsagePeriod
{
    /// <summary>What the vehicle did.</summary>
    public required UsageKind Kind { get; init; }

    /// <summary>How long it lasted, in whole seconds.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Energy into the vehicle.</summary>
    public required long ImportWh { get; init; }

    /// <summary>Energy out of the vehicle.</summary>
    public long ExportWh { get; init; }

    /// <summary>A power that stands for the whole period where the tariff asks for power; null where it does not.</summary>
    public long? PowerW { get; init; }

    /// <summary>A current in milliampere that stands for the whole period where the tariff asks for current; null where it does not.</summary>
    public long? CurrentMilliampere { get; init; }

    internal static void Write(AsnWriter writer, UsagePeriod value)
    {
        using (writer.PushSequence())
        {
            writer.WriteEnum(value.Kind);
            writer.WriteSeconds(value.Duration);
            writer.WriteInteger(value.ImportWh);
            writer.WriteInteger(value.ExportWh);
            if (value.PowerW is { } power)
            {
                writer.WriteInteger(power, DerTags.Context(0));
            }

            if (value.CurrentMilliampere is { } current)
            {
                writer.WriteInteger(current, DerTags.Context(1));
            }
        }
    }

    internal static UsagePeriod Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var period = new UsagePeriod
        {
            Kind = reader.Enumerated<UsageKind>("kind"),
            Duration = reader.Seconds("duration"),
            ImportWh = reader.Integer("importWh", 0, FormatLimits.MaxQuantity),
            ExportWh = reader.Integer("exportWh", 0, FormatLimits.MaxQuantity),
            PowerW = reader.NextIs(DerTags.Context(0))
                ? reader.Integer("powerW", 0, FormatLimits.MaxQuantity, DerTags.Context(0))
                : null,
            CurrentMilliampere = reader.NextIs(DerTags.Context(1))
                ? reader.Integer("current", 0, FormatLimits.MaxQuantity, DerTags.Context(1))
                : null,
        };
        reader.End();
        return period;
    }
}
