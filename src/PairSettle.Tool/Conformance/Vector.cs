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
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line is not a vector; the message names file and line.</exception>
    public static IEnumerable<Vector> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file", path);
        }

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var vector = Parse(line, $"{path}:{number}");
            yield return vector with { Id = vector.Id ?? $"{Path.GetFileName(path)}:{number}" };
        }
    }

    private static Vector Parse(string line, string place)
    {
        Vector? vector;
        try
        {
            vector = JsonSerializer.Deserialize(line, VectorJson.Default.Vector);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{place}: not a vector: {e.Message}", e);
        }

        if (vector is null)
        {
            throw new InvalidDataException($"{place}: not a vector: null");
        }

        // Checked here, so that whoever uses them may convert without a second thought.
        foreach (var (name, hex) in new[] { ("exi_hex", vector.ExiHex), ("exi_hex_stringtable_hits", vector.ExiHexWithHits), ("frame_hex", vector.FrameHex) })
        {
            if (hex is not null && (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit)))
            {
                throw new InvalidDataException($"{place}: not a vector: {name} is not an even number of hexadecimal digits");
            }
        }

        return vector;
    }
}

/// <summary>The serializer of vector lines.</summary>
[JsonSerializable(typeof(Vector))]
internal sealed partial class VectorJson : JsonSerializerContext;
