using PairSettle.Credentials;

namespace PairSettle.Records.Verification;

/// <summary>The report on one certificate chain of a record.</summary>
/// <param name="Name">Whose chain it is, such as <c>charger</c> or <c>tariff declaration</c>.</param>
/// <param name="Report">The report.</param>
public sealed record NamedChainReport(string Name, ChainReport Report);
