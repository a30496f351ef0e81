using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairSettle.Tool.Conformance;

/// <summary>One line of a vector file; which members are set depends on the kind of file.</summary>
internal sealed record Vector
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("schema")]
    public string? Schema { get; init; }

    [JsonPropertyName("root")]
    public string? Root { get; init; }

    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonPropertyName("typed")]
    public string? Typed { get; init; }

    [JsonPropertyName("xml")]
    public string? Xml { get; init; }

    [JsonPropertyName("exi_hex")]
    public string? ExiHex { get; init; }

    [JsonPropertyName("exi_hex_stringtable_hits")]
    public string? ExiHexWithHits { get; init; }

    [JsonPropertyName("frame_hex")]
    public string? FrameHex { get; init; }

    [JsonPropertyName("payload_type")]
    public string? PayloadType { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Whether the stream is an EXI fragment rather than a document.</summary>
    [JsonIgnore]
    public bool IsFragment => Kind == "fragment";

    /// <summary>Whether the line bears a tag.</summary>
    public bool Has(string tag) => Tags?.Contains(tag) == true;

    /// <summary>Reads a file of JSON lines.</summary>
    /// <exception cref="InvalidDataException">A line is not a JSON object; the message names file and line.</exception>
    public static IEnumerable<Vector> ReadFile(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            Vector? vector;
            try
            {
                vector = JsonSerializer.Deserialize(line, VectorJson.Default.Vector);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{number}: not a vector: {e.Message}", e);
            }

            yield return vector! with { Id = vector.Id ?? $"{Path.GetFileName(path)}:{number}" };
        }
    }
}

/// <summary>The serializer of vector lines.</summary>
[JsonSerializable(typeof(Vector))]
internal sealed partial class VectorJson : JsonSerializerContext;
