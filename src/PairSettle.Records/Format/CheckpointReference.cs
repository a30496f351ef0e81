namespace PairSettle.Records.Format;

/// <summary>Names one checkpoint of a session.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="Hash">Its hash.</param>
public sealed record CheckpointReference(long Sequence, Digest Hash);
