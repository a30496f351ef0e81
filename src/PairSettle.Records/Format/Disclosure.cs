using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>What opens one commitment. It travels outside of the signatures, to those who may know.</summary>
public sealed record Disclosure
{
    /// <summary>Which field.</summary>
    public required SensitiveField Field { get; init; }

    /// <summary>
    /// What the commitment is bound to, so that it says nothing in another session: the nonces of the agreement
    /// (<see cref="NonceContext"/>) for an offer or acceptance, the agreement's hash for a half-record.
    /// </summary>
    public required Digest Context { get; init; }

    /// <summary>16 random octets, never used twice.</summary>
    public required ExiBytes Salt { get; init; }

    /// <summary>The value in clear, at most 256 characters.</summary>
    public required string Value { get; init; }

    /// <summary>The commitment that this opens.</summary>
    /// <returns>The commitment.</returns>
    public Commitment ToCommitment() => new(Field, Digest.Of(Encode(DerTags.DisclosureInput)));

    /// <summary>The DER encoding, as it is attached to a record.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToDer() => Encode(DerTags.Disclosure);

    /// <summary>Reads a disclosure.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a disclosure.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Disclosure? disclosure, out RecordError error) =>
        DerObject.TryRead(der, DerTags.Disclosure, "disclosure", 2048, Read, static value => value.ToDer(), out disclosure, out error);

    /// <summary>The context of commitments in offers and acceptances: the hash of both nonces.</summary>
    /// <param name="vehicleNonce">The vehicle's nonce; empty for a vehicle that does not pair.</param>
    /// <param name="chargerNonce">The charger's nonce.</param>
    /// <returns>The context.</returns>
    public static Digest NonceContext(ExiBytes vehicleNonce, ExiBytes chargerNonce) => Digest.Of(DerObject.Write(
        DerTags.NonceContext,
        writer =>
        {
            writer.WriteOctetString(vehicleNonce.Span);
            writer.WriteOctetString(chargerNonce.Span);
        }));

    private byte[] Encode(Asn1Tag tag) => DerObject.Write(
        tag,
        writer =>
        {
            writer.WriteDigest(Context);
            writer.WriteEnum(Field);
            writer.WriteOctetString(Salt.Span);
            writer.WriteText(Value);
        });

    private static Disclosure Read(DerReader reader) => new()
    {
        Context = reader.Digest("context"),
        Field = reader.Enumerated<SensitiveField>("field"),
        Salt = reader.Octets("salt", FormatLimits.SaltLength, FormatLimits.SaltLength),
        Value = reader.Text("value", 0, 256),
    };
}
