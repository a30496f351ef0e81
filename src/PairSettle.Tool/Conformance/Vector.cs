using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairSettle.Tool.Conformance;

/// <summary>One line of a vector file; which members are set depends on the kind of file.</summary>
internal sealed record Vector
{
    private const string SurplusMark = "<!--surplus:";

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

    /// <summary>The options of a stream of any schema, as words with commas between them.</summary>
    [JsonPropertyName("options")]
    public string? Options { get; init; }

    /// <summary>How far the octets of a stream of any schema can be demanded; null for those of the message sets.</summary>
    [JsonPropertyName("confidence")]
    public string? Confidence { get; init; }

    /// <summary>Other octets that are as good.</summary>
    [JsonPropertyName("alt_exi_hex")]
    public IReadOnlyList<string>? AltExiHex { get; init; }

    /// <summary>Whether what the oracle decodes is what it encoded.</summary>
    [JsonPropertyName("infoset_roundtrip")]
    public bool? InfosetRoundtrip { get; init; }

    /// <summary>What the oracle decodes a damaged stream to; empty where it finds no element.</summary>
    [JsonPropertyName("xml_exificient")]
    public string? OracleXml { get; init; }

    /// <summary>Where or how much a stream was damaged.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }

    /// <summary>The file that the line stands in.</summary>
    [JsonIgnore]
    public string File { get; init; } = string.Empty;

    [JsonPropertyName("mutation")]
    public string? Mutation { get; init; }

    [JsonPropertyName("expected")]
    public string? Expected { get; init; }

    /// <summary>Whether the stream is an EXI fragment rather than a document.</summary>
    [JsonIgnore]
    public bool IsFragment => Kind == "fragment";

    /// <summary>The stream, and others that are as good.</summary>
    [JsonIgnore]
    public IEnumerable<string> Streams => [ExiHex!, .. AltExiHex ?? []];

    /// <summary>The octets of the stream that the corpus says come after its end.</summary>
    [JsonIgnore]
    public int SurplusOctets =>
        Xml is not null && Xml.StartsWith(SurplusMark, StringComparison.Ordinal) && Xml.IndexOf("-->", StringComparison.Ordinal) is var end and > 0
        && int.TryParse(Xml.AsSpan(SurplusMark.Length, end - SurplusMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var octets)
            ? octets
            : 0;

    /// <summary>Whether the line bears a tag.</summary>
    public bool Has(string tag) => Tags?.Contains(tag) == true;

    /// <summary>Reads a file of JSON lines.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A line is not a vector; the message names file and line.</exception>
    public static IEnumerable<Vector> ReadFile(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file", path);
        }

        var number = 0;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var vector = Parse(line, $"{path}:{number}");
            yield return vector with { File = path, Id = vector.Id ?? $"{Path.GetFileName(path)}:{number}" };
        }
    }

    private static IEnumerable<(string Name, string? Hex)> Hexadecimal(Vector vector) =>
    [
        ("exi_hex", vector.ExiHex), ("exi_hex_stringtable_hits", vector.ExiHexWithHits), ("frame_hex", vector.FrameHex),
        .. (vector.AltExiHex ?? []).Select(hex => ("alt_exi_hex", (string?)hex)),
    ];

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
        foreach (var (name, hex) in Hexadecimal(vector))
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
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Vector))]
internal sealed partial class VectorJson : JsonSerializerContext;
