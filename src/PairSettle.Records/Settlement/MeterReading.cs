using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>One reading of the charger's meter.</summary>
/// <param name="Statement">The registers, with what the meter attests.</param>
public sealed record MeterReading(MeterStatement Statement)
{
    /// <summary>What the vehicle did since the reading before.</summary>
    public UsageKind Usage { get; init; } = UsageKind.Charging;

    /// <summary>The power, needed only where the tariff asks for it.</summary>
    public long? PowerW { get; init; }

    /// <summary>The current, needed only where the tariff asks for it.</summary>
    public long? CurrentMilliampere { get; init; }

    /// <summary>Whether the contactor was open when the registers were read: only then can it be the last reading.</summary>
    public bool PowerIsOff { get; init; }

    /// <summary>The octets of an attestation in the meter's own format, whose hash the statement names; else empty.</summary>
    public ExiBytes Attestation { get; init; }
}
