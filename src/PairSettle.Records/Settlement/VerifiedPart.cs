using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>
/// A message that <see cref="PairVerifier"/> verified. Nobody else can make one, so a machine that is given one knows that signatures and
/// chains were checked; whether the content suits the session is the machine's own question.
/// </summary>
public abstract record VerifiedPart
{
    private protected VerifiedPart(PairMessage message) => Message = message;

    /// <summary>The message.</summary>
    public PairMessage Message { get; }
}
