using PairSettle.Credentials;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>A statement that the peer's key signed.</summary>
public sealed record VerifiedStatement : VerifiedPart
{
    internal VerifiedStatement(PairMessage message, Certificate signer)
        : base(message) => Signer = signer;

    /// <summary>The certificate whose key signed.</summary>
    public Certificate Signer { get; }
}
