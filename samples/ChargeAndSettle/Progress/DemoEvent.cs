using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairSettle.Samples.ChargeAndSettle.Progress;

/// <summary>What one side tells the director, as one JSON line between processes.</summary>
internal sealed record DemoEvent
{
    /// <summary>Who speaks: "charger" or "vehicle".</summary>
    public required string From { get; init; }

    /// <summary>A step worth a line of its own, or null for a mere update of the figures.</summary>
    public string? Step { get; init; }

    /// <summary>The state of the session.</summary>
    public string? State { get; init; }

    /// <summary>Energy delivered so far, in watt-hours.</summary>
    public long? EnergyWh { get; init; }

    /// <summary>The running cost, with currency.</summary>
    public string? Cost { get; init; }

    /// <summary>The last checkpoint that both have signed.</summary>
    public long? Checkpoint { get; init; }

    /// <summary>Whether the CSMS receives telemetry.</summary>
    public bool? Csms { get; init; }

    /// <summary>Whether power was permitted with this event: the clock of the switches starts.</summary>
    public bool PowerPermitted { get; init; }

    /// <summary>Where the charger answers discovery; said once.</summary>
    public int? DiscoveryPort { get; init; }

    /// <summary>Where its end of the control pilot is; said once.</summary>
    public int? PilotPort { get; init; }

    /// <summary>The event as one line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, DemoEventJson.Default.DemoEvent);

    /// <summary>Reads a line, or answers null for a line that is none.</summary>
    public static DemoEvent? FromLine(string line)
    {
        try
        {
            return line.StartsWith('{') ? JsonSerializer.Deserialize(line, DemoEventJson.Default.DemoEvent) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The serializer of progress lines.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DemoEvent))]
internal sealed partial class DemoEventJson : JsonSerializerContext;
