using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>How the attacks are played.</summary>
public sealed partial class ThreatTests
{
    private PairMessage.Offer? Offered { get; set; }

    private IEnumerable<ReadOnlyMemory<byte>> Remember(ReadOnlyMemory<byte> message)
    {
        Offered = Kind(message) is PairMessageKind.Offer ? Decode<PairMessage.Offer>(message) : Offered;
        return [message];
    }

    private static void AssertRefused(SettlementWorld world, SettlementFault fault)
    {
        var report = SettlementSimulation.Run(world, Quiet with { Horizon = TimeSpan.FromMinutes(2) });
        Assert.Contains(fault, report.Faults);
        Assert.Empty(report.ChargerRecords);
        Assert.Empty(report.VehicleRecords);
        Assert.Equal(0, report.MeteredWh);
    }

    private static void AssertOfferRefused(
        Func<Offer, Offer> change, SettlementFault fault, SettlementWorld? world = null, Credential? signer = null)
    {
        var key = signer ?? Pki.Secc;
        var report = SettlementSimulation.Run(world ?? World, Quiet with
        {
            Horizon = TimeSpan.FromMinutes(2),
            OnMessage = Replace<PairMessage.Offer>(PartyRole.Charger, offer => offer with
            {
                Signed = ReSign(offer.Signed, change, key),
                Certificates = signer is null
                    ? offer.Certificates
                    : ExiList.Create<ExiBytes>([.. new[] { key.Leaf }.Concat(key.Intermediates).Select(item => ExiBytes.Copy(item.RawData.Span))]),
            }),
        });

        Assert.Contains(fault, report.Faults);
        Assert.Equal(0, report.MeteredWh);
    }

    private static SettlementWorld WithRoaming(SettlementWorld world, Func<RoamingBody, RoamingBody> change)
    {
        var known = world.Charger.Declarations[0].Content;
        var changed = CarriedDeclaration.Sign(known with { Body = change((RoamingBody)known.Body) }, Pki.MoDeclarationSigner);
        return world with { Charger = world.Charger with { Declarations = [changed, .. world.Charger.Declarations[1..]] } };
    }

    private static void Charge(Duel duel, long wattHours)
    {
        duel.VehicleWh = 0;
        duel.Agree();
        duel.Draw(wattHours);
        duel.Stop();
    }

    private static PairRecord Record(Duel duel, PartyRole role) => duel.OutputsOf<SettlementOutput.Publish>(role).Last().Settled.Record;

    private static SignedPart<T> ReSign<T>(SignedPart<T> part, Func<T, T> change, Credential credential)
        where T : class, IPartContent<T> => SignedPart.Sign(change(part.Content), credential);

    private static Func<PartyRole, ReadOnlyMemory<byte>, IEnumerable<ReadOnlyMemory<byte>>> Replace<T>(PartyRole sender, Func<T, T> change)
        where T : PairMessage =>
        (role, message) => role == sender && PairMessage.TryDecode(message, out var decoded, out _) && decoded is T found
            ? [change(found).ToDer()]
            : [message];

    private static Func<PartyRole, ReadOnlyMemory<byte>, IEnumerable<ReadOnlyMemory<byte>>> Twice<T>(Func<T, bool> when, Func<T, T> change)
        where T : PairMessage =>
        (role, message) => PairMessage.TryDecode(message, out var decoded, out _) && decoded is T found && when(found)
            ? [message, change(found).ToDer()]
            : [message];

    private static PairMessageKind? Kind(ReadOnlyMemory<byte> message) =>
        PairMessage.TryDecode(message, out var decoded, out _) ? decoded.Kind : null;

    private static T Decode<T>(ReadOnlyMemory<byte> message)
        where T : PairMessage => Assert.IsType<T>(PairMessage.TryDecode(message, out var decoded, out _) ? decoded : null);
}
