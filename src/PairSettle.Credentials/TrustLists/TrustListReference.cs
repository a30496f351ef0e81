using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>Names one issue of a trust list. Who keeps it refuses older issues later, and a second one of the same number.</summary>
/// <param name="ListId">The list.</param>
/// <param name="SequenceNumber">The number of the issue.</param>
/// <param name="Sha256">The SHA-256 of the content in lower-case hexadecimal digits.</param>
public sealed record TrustListReference(string ListId, long SequenceNumber, string Sha256)
{
    /// <summary>List and number.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ListId} #{SequenceNumber}");
}
