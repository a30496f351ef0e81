using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement.Messages;

/// <summary>
/// One message between a vehicle and a charger, in its envelope (docs/formats/pair-messages.md). Reading checks the form; signatures and
/// chains are <see cref="PairVerifier"/>'s.
/// </summary>
public abstract partial record PairMessage
{
    private static readonly Asn1Tag Tag = new(TagClass.Application, 30, isConstructed: true);

    private PairMessage()
    {
    }

    /// <summary>The kind.</summary>
    public abstract PairMessageKind Kind { get; }

    /// <summary>The hash of the hello that opened the session; <see cref="Digest.None"/> in an abort before there was one.</summary>
    public abstract Digest Session { get; }

    /// <summary>The DER encoding of the envelope.</summary>
    /// <returns>The bytes to send.</returns>
    public byte[] ToDer() => DerObject.Write(
        Tag,
        writer =>
        {
            writer.WriteInteger(FormatLimits.Version);
            writer.WriteEnum(Kind);
            if (Kind != PairMessageKind.Hello && !Session.IsNone)
            {
                writer.WriteDigest(Session, DerTags.Context(0));
            }

            WriteBody(writer);
        });

    /// <summary>Reads a message.</summary>
    /// <param name="der">The bytes, at most one mebibyte.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a pair message.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out PairMessage? message, out RecordError error) =>
        DerObject.TryRead(der, Tag, "message", FormatLimits.MaxRecord, ReadEnvelope, static value => value.ToDer(), out message, out error);

    private protected abstract void WriteBody(AsnWriter writer);

    private static PairMessage ReadEnvelope(DerReader reader)
    {
        reader.Version();
        var kind = reader.Enumerated<PairMessageKind>("kind");
        var session = reader.OptionalDigest("session", 0);
        var mayLack = kind is PairMessageKind.Hello or PairMessageKind.Abort;
        if (session is null ? !mayLack : kind == PairMessageKind.Hello || session.Value.IsNone)
        {
            throw reader.Refuse(session is null ? RecordFault.MissingField : RecordFault.UnexpectedField, "session");
        }

        var scope = session ?? default;
        return kind switch
        {
            PairMessageKind.Hello => Hello.Read(reader),
            PairMessageKind.Offer => Offer.Read(reader, scope),
            PairMessageKind.Acceptance => Acceptance.Read(reader, scope),
            PairMessageKind.Checkpoint => Checkpoint.Read(reader, scope),
            PairMessageKind.CheckpointAck => CheckpointAck.Read(reader, scope),
            PairMessageKind.Stop => new Stop(scope, reader.Enumerated<EndReason>("reason")),
            PairMessageKind.HalfRecord => HalfRecord.Read(reader, scope),
            _ => new Abort(scope, (int)reader.Integer("code", 1, 9999)),
        };
    }

    private static ExiList<ExiBytes> ReadBlobs(DerReader reader, string name, int min, int max, int size) =>
        reader.List(name, min, max, (inner, item) => inner.Octets(item, 1, size));

    private static void WriteBlobs(AsnWriter writer, ExiList<ExiBytes> blobs) =>
        writer.WriteList(blobs, static (w, item) => w.WriteOctetString(item.Span));

    // The messages carry a CMS object as the octets that were signed, so that nothing is ever encoded anew.
    private static SignedPart<T> ReadPart<T>(DerReader reader, string name)
        where T : class, IPartContent<T> =>
        SignedPart.TryParse<T>(reader.Encoded(name), out var part, out var error)
            ? part
            : throw new DerRefusal(error with { Path = $"message.{name}.{error.Path}" });
}
