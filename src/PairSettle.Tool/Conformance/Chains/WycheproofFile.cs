using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>A file of Wycheproof vectors; of other kinds than signatures only the head is read.</summary>
internal sealed record WycheproofFile
{
    [JsonPropertyName("algorithm")]
    public required string Algorithm { get; init; }

    [JsonPropertyName("schema")]
    public required string Schema { get; init; }

    [JsonPropertyName("numberOfTests")]
    public int NumberOfTests { get; init; }

    [JsonPropertyName("testGroups")]
    public required ImmutableArray<WycheproofGroup> TestGroups { get; init; }
}

/// <summary>Vectors of one key.</summary>
internal sealed record WycheproofGroup
{
    [JsonPropertyName("publicKeyDer")]
    public string? PublicKeyDer { get; init; }

    [JsonPropertyName("sha")]
    public string? Sha { get; init; }

    [JsonPropertyName("tests")]
    public required ImmutableArray<WycheproofTest> Tests { get; init; }
}

/// <summary>One vector.</summary>
internal sealed record WycheproofTest
{
    [JsonPropertyName("tcId")]
    public int TcId { get; init; }

    [JsonPropertyName("comment")]
    public string? Comment { get; init; }

    [JsonPropertyName("msg")]
    public string? Msg { get; init; }

    [JsonPropertyName("sig")]
    public string? Sig { get; init; }

    [JsonPropertyName("result")]
    public required string Result { get; init; }
}
