using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>Finds in an offer's message the declarations that the offer names.</summary>
internal static class SessionDeclarations
{
    public static Tariff? TariffOf(PairMessage.Offer message) =>
        BodiesOf(message, [message.Signed.Content.Tariff]).OfType<TariffBody>().FirstOrDefault()?.Tariff;

    /// <summary>The public key of the meter; empty where it signs nothing or is not declared.</summary>
    public static ExiBytes MeterKeyOf(PairMessage.Offer message) =>
        BodiesOf(message, message.Signed.Content.Meters).OfType<MeterBody>()
            .FirstOrDefault(body => body.MeterSerial == message.Signed.Content.StartMeter.MeterSerial)?.PublicKey ?? default;

    private static IEnumerable<DeclarationBody> BodiesOf(PairMessage.Offer message, ExiList<Digest> named)
    {
        foreach (var cms in (IEnumerable<ExiBytes>)message.Declarations)
        {
            if (SignedPart.TryParse<Declaration>(cms.Memory, out var declaration, out _)
                && ((IEnumerable<Digest>)named).Contains(declaration.ContentHash))
            {
                yield return declaration.Content.Body;
            }
        }
    }
}
