using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;

namespace PairSettle.Iso15118.Secc;

/// <summary>What the charger offers in this session: its options, narrowed by the connection and by a joined session.</summary>
internal static class SeccOffers
{
    // A contract is only as safe as the connection: without TLS it is not offered. A joined session keeps its choice.
    public static ExiList<PaymentOptionType> PaymentOptions(SeccState state) =>
    [
        .. state.Options.PaymentOptions.Where(option =>
            (option is not PaymentOptionType.Contract || state.IsTls)
            && (!state.Joined || option == state.Paused!.PaymentOption)),
    ];

    public static ExiList<EnergyTransferModeType> EnergyTransferModes(SeccState state) =>
        state.Joined ? [state.Paused!.EnergyTransferMode] : state.Options.EnergyTransferModes;

    /// <summary>Value-added services: over TLS only ([V2G2-422]), pairing only to vehicles that showed the marker.</summary>
    public static ExiList<OfferedService> Services(SeccState state)
    {
        if (!state.IsTls)
        {
            return [];
        }

        return state.Options.Pairing is PairingOffer.WhenVehicleCanPair && state.VehicleCanPair
            ? [.. state.Options.Services, new(PairService.Offer, PairService.ParameterSets)]
            : state.Options.Services;
    }

    public static OfferedService? FindService(SeccState state, ushort id) => Services(state).FirstOrDefault(s => s.Service.ServiceID == id);
}
