using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>One attribute of a distinguished name.</summary>
/// <param name="Oid">The attribute type.</param>
/// <param name="Value">The text, or null where the value is not a character string.</param>
public readonly record struct NameAttribute(string Oid, string? Value)
{
    /// <summary>The kind of string that the text is encoded as.</summary>
    internal UniversalTagNumber Kind { get; init; }
}
