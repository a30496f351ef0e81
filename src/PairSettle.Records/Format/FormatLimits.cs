namespace PairSettle.Records.Format;

/// <summary>The bounds of every size and count in the format (docs/formats/pair-record.md).</summary>
internal static class FormatLimits
{
    public const int Version = 1;

    /// <summary>Watt-hours and smallest currency units: one thousand million million.</summary>
    public const long MaxQuantity = 1_000_000_000_000_000;

    /// <summary>One year.</summary>
    public const int MaxSeconds = 366 * 24 * 3600;

    public const int NonceLength = 32;
    public const int SaltLength = 16;
    public const int MaxContent = 65_536;
    public const int MaxCms = 66_560;
    public const int MaxRecord = 1_048_576;
    public const int MaxAttachment = 65_536;
    public const int MaxAttachments = 256;
    public const int MaxChain = 6;
    public const int MaxEvidence = 64;
    public const int MaxDeclarations = 16;
    public const int MaxCommitments = 16;
    public const int MaxPeriods = 512;
}
