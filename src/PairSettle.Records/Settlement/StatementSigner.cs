using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Signs what a machine asks to be signed, with a key that is at hand or behind a token.</summary>
public static class StatementSigner
{
    /// <summary>Signs a statement.</summary>
    /// <param name="request">The machine's request.</param>
    /// <param name="credential">The own credential.</param>
    /// <returns>The CMS object, or the signed checkpoint or acknowledgement.</returns>
    /// <exception cref="ArgumentException">The content is not such a statement, or the credential does not fit it.</exception>
    public static ReadOnlyMemory<byte> Sign(SettlementOutput.Sign request, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(credential);
        return request.Part switch
        {
            SettlementPart.Offer => SignPart<Offer>(request.Content, credential),
            SettlementPart.Acceptance => SignPart<Acceptance>(request.Content, credential),
            SettlementPart.HalfRecord => SignPart<HalfRecord>(request.Content, credential),
            SettlementPart.Checkpoint => Checkpoint.TryDecode(request.Content.Memory, out var checkpoint, out var error)
                ? SignedCheckpoint.Sign(checkpoint, credential.Signer).ToDer()
                : throw Refuse(error),
            SettlementPart.CheckpointAck => CheckpointAck.TryDecode(request.Content.Memory, out var ack, out var error)
                ? SignedCheckpointAck.Sign(ack, credential.Signer).ToDer()
                : throw Refuse(error),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    private static ReadOnlyMemory<byte> SignPart<T>(ExiBytes content, Credential credential)
        where T : class, IPartContent<T> =>
        T.TryDecode(content.Memory, out var part, out var error) ? SignedPart.Sign(part, credential).Encoded : throw Refuse(error);

    private static ArgumentException Refuse(RecordError error) => new($"The content is not such a statement: {error}.");
}
