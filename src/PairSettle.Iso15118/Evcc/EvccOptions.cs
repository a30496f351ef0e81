using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <summary>What the vehicle is and wants.</summary>
public sealed record EvccOptions
{
    /// <summary>The identifier of the vehicle's controller, at most six octets. Personal: it is never logged.</summary>
    public required ExiBytes EVCCID { get; init; }

    /// <summary>The energy transfer modes, the preferred one first.</summary>
    public required ExiList<EnergyTransferModeType> EnergyTransferModes { get; init; }

    /// <summary>The AC side; needed for AC modes.</summary>
    public AcVehicle? Ac { get; init; }

    /// <summary>The DC side; needed for DC modes.</summary>
    public DcVehicle? Dc { get; init; }

    /// <summary>When the vehicle wants to leave, in seconds from now.</summary>
    public uint? DepartureTime { get; init; }

    /// <summary>How the vehicle wants to pay.</summary>
    public PaymentPreference Payment { get; init; }

    /// <summary>The contract, if the vehicle has one.</summary>
    public EvccContract? Contract { get; init; }

    /// <summary>How it gets one, if it should.</summary>
    public EvccProvisioning? Provisioning { get; init; }

    /// <summary>Whether it wants to settle as a pair.</summary>
    public PairingWish Pairing { get; init; }

    /// <summary>How often welding detection is asked for the voltage to fall, at most (DC).</summary>
    public int MaxWeldingChecks { get; init; } = 5;

    /// <summary>The times to keep.</summary>
    public Timings Timings { get; init; } = Timings.Standard;

    /// <summary>Checks that the options go together.</summary>
    /// <exception cref="ArgumentException">They do not; the message says what is wrong.</exception>
    public void Validate()
    {
        Demand(EVCCID.Length is >= 1 and <= 6, "EVCCID takes one to six octets");
        Demand(!EnergyTransferModes.IsEmpty, "at least one energy transfer mode is expected");
        foreach (var mode in EnergyTransferModes)
        {
            Demand(mode.IsDc() ? Dc is not null : Ac is not null, $"{mode} needs a side of its kind");
        }

        Demand(Payment is not PaymentPreference.ContractOnly || Contract is not null || Provisioning is not null, "a contract is wanted, and there is none");
        Demand(Provisioning is not EvccProvisioning.Update || Contract is not null, "only a contract that exists can be updated");
        Demand(MaxWeldingChecks >= 1, "at least one welding check is expected");
    }

    private static void Demand(bool condition, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"The vehicle's options are not valid: {rule}.");
        }
    }
}
