using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>A file of Wycheproof vectors; of kinds that nothing here does only the head is read.</summary>
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

/// <summary>Vectors of one key, or of one curve.</summary>
internal sealed record WycheproofGroup
{
    [JsonPropertyName("publicKeyDer")]
    public string? PublicKeyDer { get; init; }

    [JsonPropertyName("sha")]
    public string? Sha { get; init; }

    [JsonPropertyName("curve")]
    public string? Curve { get; init; }

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

    [JsonPropertyName("public")]
    public string? Public { get; init; }

    [JsonPropertyName("private")]
    public string? Private { get; init; }

    [JsonPropertyName("shared")]
    public string? Shared { get; init; }

    [JsonPropertyName("result")]
    public required string Result { get; init; }
}
