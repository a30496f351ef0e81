using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>A sensitive field that a party commits to and opens in its own copy of the record.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Value">The value in clear, at most 256 characters.</param>
public sealed record DisclosedField(SensitiveField Field, string Value);
