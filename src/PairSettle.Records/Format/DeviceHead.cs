namespace PairSettle.Records.Format;

/// <summary>The newest record that a device is known to have signed.</summary>
/// <param name="RecordCounter">The device's record counter in it.</param>
/// <param name="Record">The hash of the content of that half-record.</param>
public sealed record DeviceHead(long RecordCounter, Digest Record);
