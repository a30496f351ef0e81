using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>A hello whose contract is trusted.</summary>
public sealed record VerifiedHello : VerifiedOpening
{
    internal VerifiedHello(PairMessage.Hello message)
        : base(message)
    {
    }
}
