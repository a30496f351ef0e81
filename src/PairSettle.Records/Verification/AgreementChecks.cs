using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Offer and acceptance against each other.</summary>
internal static class AgreementChecks
{
    public static void Check(RecordContext context)
    {
        var offer = context.Offer;
        context.Add(
            RecordCheck.ChannelBound,
            FindingOutcome.Noted,
            offer.Channel.Value.Length == 0 ? "the offer is not tied to a connection" : $"the offer is tied to a connection by {offer.Channel.Type}");

        if (context.AcceptancePart is not { } part)
        {
            return;
        }

        var acceptance = part.Content;
        context.Require(
            RecordCheck.AcceptanceNamesOffer,
            acceptance.Offer == context.OfferPart.ContentHash,
            "the acceptance names this offer",
            "the acceptance names another offer");
        context.Require(
            RecordCheck.PartiesAgree,
            acceptance.ContractChain == offer.ContractChain && acceptance.ChargerCertificate == offer.ChargerChain[0],
            "offer and acceptance name the same credentials",
            "offer and acceptance name different credentials");
        context.Require(
            RecordCheck.HelloNamed,
            offer.Hello is not null,
            "the offer answers a hello and repeats its nonce",
            "the offer was accepted but answers no hello");

        var accepted = acceptance.AcceptedAt.Instant;
        var offered = offer.OfferedAt.Instant;
        context.Require(
            RecordCheck.AcceptanceInTime,
            accepted >= offered - context.Policy.ClockTolerance && accepted <= offered + offer.AcceptWithin + context.Policy.ClockTolerance,
            $"accepted {Seconds(accepted - offered)} after the offer, which stood {Seconds(offer.AcceptWithin)}",
            $"accepted {Seconds(accepted - offered)} after the offer, which stood {Seconds(offer.AcceptWithin)}");
        context.Require(
            RecordCheck.AcceptanceCaps,
            acceptance.Caps.IsWithin(offer.Caps),
            "the accepted limits are within the offered ones",
            "the accepted limits are wider than the offered ones");
    }

    private static string Seconds(TimeSpan span) => FormattableString.Invariant($"{span.TotalSeconds:F0} s");
}
