using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>A checkpoint that both have signed.</summary>
/// <param name="Checkpoint">The charger's statement.</param>
/// <param name="Ack">The vehicle's.</param>
public sealed record AcknowledgedCheckpoint(PairMessage.Checkpoint Checkpoint, PairMessage.CheckpointAck Ack)
{
    /// <summary>Its number.</summary>
    public long Sequence => Checkpoint.Signed.Content.Sequence;
}
