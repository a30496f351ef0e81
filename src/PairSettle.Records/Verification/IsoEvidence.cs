namespace PairSettle.Records.Verification;

/// <summary>What one signed ISO 15118 message says.</summary>
internal sealed record IsoEvidence
{
    public required IsoEvidenceKind Kind { get; init; }

    /// <summary>Whether the right key signed it; null when the certificate to check with is absent.</summary>
    public required bool? SignatureValid { get; init; }

    /// <summary>The session identifier that the signature covers; empty for an authorisation, whose header is not signed.</summary>
    public ReadOnlyMemory<byte> SessionId { get; init; }

    /// <summary>The challenge of an authorisation.</summary>
    public ReadOnlyMemory<byte> Challenge { get; init; }

    /// <summary>The meter that a receipt confirms.</summary>
    public string? MeterId { get; init; }

    /// <summary>The reading that a receipt confirms, in watt-hours.</summary>
    public ulong? MeterReadingWh { get; init; }
}
