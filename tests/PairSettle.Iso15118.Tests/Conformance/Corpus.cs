using System.Text.Json;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Reads the lines of third-party corpora (their formats are described where they lie).</summary>
internal static class Corpus
{
    public static IEnumerable<JsonElement> Lines(string relative)
    {
        foreach (var line in File.ReadLines(SharedData.PathOf(relative)!))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    public static string? Text(this JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
