using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement.Messages;

public abstract partial record PairMessage
{
    private const int MaxCertificate = 8192;
    private const int MaxAttestations = 4;

    /// <summary>The vehicle opens a session.</summary>
    /// <param name="Content">Who it is, what it holds and what it insists on.</param>
    public sealed record Hello(Format.Hello Content) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Hello;

        /// <inheritdoc/>
        public override Digest Session => Content.Hash;

        private protected override void WriteBody(AsnWriter writer) => writer.WriteEncodedValue(Content.ToDer());

        internal static Hello Read(DerReader reader) =>
            Format.Hello.TryDecode(reader.Encoded("hello"), out var content, out var error) ? new(content) : throw new DerRefusal(error);
    }

    /// <summary>The charger's offer with everything that is needed to verify it.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Signed">The offer.</param>
    public sealed record Offer(Digest Session, SignedPart<Format.Offer> Signed) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Offer;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        /// <summary>The charger's certificates, leaf first, without the anchor.</summary>
        public required ExiList<ExiBytes> Certificates { get; init; }

        /// <summary>The signed declarations that the offer names.</summary>
        public required ExiList<ExiBytes> Declarations { get; init; }

        /// <summary>The certificates of the declarations' issuers.</summary>
        public required ExiList<ExiBytes> DeclarationCertificates { get; init; }

        /// <summary>The revocation evidence that the offer names and that the hello did not bring.</summary>
        public ExiList<ExiBytes> Evidence { get; init; }

        /// <summary>What the meter attested in a format of its own.</summary>
        public ExiList<ExiBytes> Attestations { get; init; }

        private protected override void WriteBody(AsnWriter writer)
        {
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(Signed.Encoded.Span);
                WriteBlobs(writer, Certificates);
                WriteBlobs(writer, Declarations);
                WriteBlobs(writer, DeclarationCertificates);
                WriteBlobs(writer, Evidence);
                WriteBlobs(writer, Attestations);
            }
        }

        internal static Offer Read(DerReader outer, Digest session)
        {
            var reader = outer.Sequence("offer");
            var message = new Offer(session, ReadPart<Format.Offer>(reader, "signed"))
            {
                Certificates = ReadBlobs(reader, "certificates", 1, FormatLimits.MaxChain, MaxCertificate),
                Declarations = ReadBlobs(reader, "declarations", 1, FormatLimits.MaxDeclarations, FormatLimits.MaxCms),
                DeclarationCertificates = ReadBlobs(
                    reader, "declarationCertificates", 1, FormatLimits.MaxDeclarations * FormatLimits.MaxChain, MaxCertificate),
                Evidence = ReadBlobs(reader, "evidence", 0, FormatLimits.MaxEvidence, FormatLimits.MaxAttachment),
                Attestations = ReadBlobs(reader, "attestations", 0, MaxAttestations, FormatLimits.MaxAttachment),
            };
            reader.End();
            return message;
        }
    }

    /// <summary>The vehicle's acceptance. What it names was in the hello or in the offer.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Signed">The acceptance.</param>
    public sealed record Acceptance(Digest Session, SignedPart<Format.Acceptance> Signed) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Acceptance;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        private protected override void WriteBody(AsnWriter writer) => writer.WriteEncodedValue(Signed.Encoded.Span);

        internal static Acceptance Read(DerReader reader, Digest session) => new(session, ReadPart<Format.Acceptance>(reader, "signed"));
    }

    /// <summary>The charger's statement of what was delivered.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Signed">The checkpoint.</param>
    public sealed record Checkpoint(Digest Session, SignedCheckpoint Signed) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Checkpoint;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        /// <summary>What the meter attested in a format of its own.</summary>
        public ExiList<ExiBytes> Attestations { get; init; }

        private protected override void WriteBody(AsnWriter writer)
        {
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(Signed.ToDer());
                WriteBlobs(writer, Attestations);
            }
        }

        internal static Checkpoint Read(DerReader outer, Digest session)
        {
            var reader = outer.Sequence("checkpoint");
            var message = SignedCheckpoint.TryDecode(reader.Encoded("signed"), out var signed, out var error)
                ? new Checkpoint(session, signed) { Attestations = ReadBlobs(reader, "attestations", 0, MaxAttestations, FormatLimits.MaxAttachment) }
                : throw new DerRefusal(error);
            reader.End();
            return message;
        }
    }

    /// <summary>The vehicle's acknowledgement of a checkpoint.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Signed">The acknowledgement.</param>
    public sealed record CheckpointAck(Digest Session, SignedCheckpointAck Signed) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.CheckpointAck;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        private protected override void WriteBody(AsnWriter writer) => writer.WriteEncodedValue(Signed.ToDer());

        internal static CheckpointAck Read(DerReader reader, Digest session) =>
            SignedCheckpointAck.TryDecode(reader.Encoded("signed"), out var signed, out var error)
                ? new(session, signed)
                : throw new DerRefusal(error);
    }

    /// <summary>The vehicle asks the charger to withdraw power and to close the session. It commits to nothing and is not signed.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Stop(Digest Session, EndReason Reason) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Stop;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        private protected override void WriteBody(AsnWriter writer) => writer.WriteEnum(Reason);
    }

    /// <summary>One party's half of the record, with what it names and the peer may not hold.</summary>
    /// <param name="Session">The hash of the hello.</param>
    /// <param name="Signed">The half.</param>
    public sealed record HalfRecord(Digest Session, SignedPart<Format.HalfRecord> Signed) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.HalfRecord;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        /// <summary>Whether the sender lacks the receiver's half. It is no part of the statement and may differ when the half is sent again.</summary>
        public bool AnswerWanted { get; init; }

        /// <summary>What the meter attested in a format of its own.</summary>
        public ExiList<ExiBytes> Attestations { get; init; }

        /// <summary>In a vehicle's half, its acknowledgement of the checkpoint that the half names: the charger may not have received it.</summary>
        public SignedCheckpointAck? Ack { get; init; }

        private protected override void WriteBody(AsnWriter writer)
        {
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(Signed.Encoded.Span);
                writer.WriteBoolean(AnswerWanted);
                WriteBlobs(writer, Attestations);
                if (Ack is { } ack)
                {
                    writer.WriteEncodedValue(ack.ToDer());
                }
            }
        }

        internal static HalfRecord Read(DerReader outer, Digest session)
        {
            var reader = outer.Sequence("halfRecord");
            var message = new HalfRecord(session, ReadPart<Format.HalfRecord>(reader, "signed"))
            {
                AnswerWanted = reader.Boolean("answerWanted"),
                Attestations = ReadBlobs(reader, "attestations", 0, MaxAttestations, FormatLimits.MaxAttachment),
                Ack = ReadAck(reader),
            };
            reader.End();
            return message;
        }

        private static SignedCheckpointAck? ReadAck(DerReader reader) =>
            !reader.NextIs(DerTags.SignedCheckpointAck) ? null
            : SignedCheckpointAck.TryDecode(reader.Encoded("ack"), out var ack, out var error) ? ack
            : throw new DerRefusal(error);
    }

    /// <summary>The sender gives the session up, before or after the agreement.</summary>
    /// <param name="Session">The hash of the hello, or <see cref="Digest.None"/>.</param>
    /// <param name="Code">A number of <see cref="SettlementFault"/>; a receiver takes unknown ones for a plain refusal.</param>
    public sealed record Abort(Digest Session, int Code) : PairMessage
    {
        /// <inheritdoc/>
        public override PairMessageKind Kind => PairMessageKind.Abort;

        /// <inheritdoc/>
        public override Digest Session { get; } = Session;

        private protected override void WriteBody(AsnWriter writer) => writer.WriteInteger(Code);
    }
}
