using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>The serializer of the suites' files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = false)]
[JsonSerializable(typeof(PkitsFile))]
[JsonSerializable(typeof(LimboFile))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(WycheproofFile))]
internal sealed partial class ChainJson : JsonSerializerContext
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It does not hold what it should.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = File.OpenRead(path);
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{path}: null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
