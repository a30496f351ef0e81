using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>An offer whose signature, charger and declarations are trusted.</summary>
public sealed record VerifiedOffer : VerifiedOpening
{
    internal VerifiedOffer(PairMessage.Offer message)
        : base(message)
    {
    }
}
