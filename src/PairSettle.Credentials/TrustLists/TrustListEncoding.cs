using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>Reads and writes the content of trust lists: strict DER with one encoding for each list.</summary>
internal static class TrustListEncoding
{
    private const int Version = 1;
    private const int HashLength = 32;

    // The numbers of the format, whatever the enumeration does. A list does not say whose lists to trust.
    private static readonly AuthorityRole[] Roles =
    [
        AuthorityRole.V2G,
        AuthorityRole.MobilityOperator,
        AuthorityRole.ChargePointOperator,
        AuthorityRole.Oem,
        AuthorityRole.Fleet,
        AuthorityRole.Meter,
        AuthorityRole.Auditor,
    ];

    public static TrustList Read(ReadOnlyMemory<byte> octets)
    {
        DerFields.DemandLength(octets.Length, TrustList.MaxLength);
        ReadOnlyMemory<byte> der = octets.ToArray();
        var outer = DerFields.Open(der);
        var reader = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        Demand(reader.TryReadInt32(out var version) && version == Version, CredentialFault.UnsupportedVersion, "version");
        var id = reader.ReadCharacterString(UniversalTagNumber.UTF8String);
        Demand(id.Length is > 0 and <= TrustList.MaxIdLength && id.All(IsPlain), CredentialFault.OutOfBounds, "listId");
        Demand(reader.TryReadInt64(out var number) && number > 0, CredentialFault.OutOfBounds, "sequenceNumber");
        var issuedAt = DerFields.GeneralizedTime(reader);
        var nextUpdate = DerFields.GeneralizedTime(reader);
        Demand(nextUpdate > issuedAt, CredentialFault.InvalidTime, "nextUpdate");
        var list = new TrustList
        {
            ListId = id,
            SequenceNumber = number,
            IssuedAt = issuedAt,
            NextUpdate = nextUpdate,
            Anchors = ReadAll(reader.ReadSequence(), TrustList.MaxAnchors, "anchors", ReadEntry, static entry => (entry.Role, Key(entry.Certificate.Sha256))),
            Withdrawals = ReadAll(
                reader.ReadSequence(), TrustList.MaxWithdrawals, "withdrawals", ReadWithdrawal, static entry => (entry.Role, Key(entry.CertificateSha256))),
        };
        DerFields.DemandEnd(reader, "trustList");

        // The reader is strict already; this makes "whatever is accepted has one encoding" a rule of its own.
        Demand(Write(list).AsSpan().SequenceEqual(der.Span), CredentialFault.MalformedDer, "encoding");
        return list;
    }

    public static byte[] Write(TrustList list)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, list.ListId);
            writer.WriteInteger(list.SequenceNumber);
            WriteTime(writer, list.IssuedAt);
            WriteTime(writer, list.NextUpdate);
            using (writer.PushSequence())
            {
                foreach (var entry in list.Anchors)
                {
                    using (writer.PushSequence())
                    {
                        WriteRole(writer, entry.Role);
                        writer.WriteEncodedValue(entry.Certificate.RawData.Span);
                        WriteTime(writer, entry.ValidFrom);
                        if (entry.ValidUntil is { } until)
                        {
                            WriteTime(writer, until);
                        }
                    }
                }
            }

            using (writer.PushSequence())
            {
                foreach (var entry in list.Withdrawals)
                {
                    using (writer.PushSequence())
                    {
                        WriteRole(writer, entry.Role);
                        writer.WriteOctetString(entry.CertificateSha256.Span);
                        WriteTime(writer, entry.WithdrawnAt);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static TrustListEntry ReadEntry(AsnReader reader)
    {
        var role = ReadRole(reader);
        var certificate = Certificate.Parse(reader.ReadEncodedValue());
        Demand(certificate.IsAuthority, CredentialFault.NotAuthority, "anchors");
        var from = DerFields.GeneralizedTime(reader);
        DateTimeOffset? until = reader.HasData ? DerFields.GeneralizedTime(reader) : null;
        Demand(until is null || until > from, CredentialFault.InvalidTime, "validUntil");
        return new TrustListEntry(role, certificate, from, until);
    }

    private static TrustListWithdrawal ReadWithdrawal(AsnReader reader)
    {
        var role = ReadRole(reader);
        var hash = DerFields.OctetString(reader, "withdrawals");
        Demand(hash.Length == HashLength, CredentialFault.OutOfBounds, "withdrawals");
        return new TrustListWithdrawal(role, hash, DerFields.GeneralizedTime(reader));
    }

    private static ImmutableArray<T> ReadAll<T>(
        AsnReader sequence, int most, string path, Func<AsnReader, T> read, Func<T, (AuthorityRole Role, string Hash)> key)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<(AuthorityRole Role, string Hash)>();
        while (sequence.HasData)
        {
            Demand(items.Count < most, CredentialFault.TooManyItems, path);
            var item = sequence.ReadSequence();
            items.Add(read(item));
            DerFields.DemandEnd(item, path);
            Demand(seen.Add(key(items[^1])), CredentialFault.DuplicateItem, path);
        }

        return items.ToImmutable();
    }

    private static AuthorityRole ReadRole(AsnReader reader)
    {
        var octets = reader.ReadEnumeratedBytes().Span;
        Demand(octets.Length == 1 && octets[0] < Roles.Length, CredentialFault.OutOfBounds, "role");
        return Roles[octets[0]];
    }

    private static void WriteRole(AsnWriter writer, AuthorityRole role)
    {
        var number = Array.IndexOf(Roles, role);
        writer.WriteEnumeratedValue(number >= 0 ? (WireRole)number : throw new ArgumentException($"a list holds no anchors of role {role}"));
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time) => writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);

    private static string Key(ReadOnlyMemory<byte> hash) => Convert.ToHexString(hash.Span);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "-._:/".Contains(character, StringComparison.Ordinal);

    private static void Demand(bool holds, CredentialFault fault, string path)
    {
        if (!holds)
        {
            throw new CredentialContentException(fault, path);
        }
    }

    private enum WireRole
    {
    }
}
