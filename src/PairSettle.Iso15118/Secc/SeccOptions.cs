using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>What the charger is and offers.</summary>
public sealed record SeccOptions
{
    /// <summary>The service identifier of charging itself.</summary>
    public const ushort ChargeServiceID = 1;

    /// <summary>The service identifier of contract certificates.</summary>
    public const ushort CertificateServiceID = 2;

    private const int MaxServices = 8;

    /// <summary>The identifier of the outlet, 7 to 37 characters.</summary>
    public required string EVSEID { get; init; }

    /// <summary>The energy transfer modes, one to six.</summary>
    public required ExiList<EnergyTransferModeType> EnergyTransferModes { get; init; }

    /// <summary>The AC side; needed for AC modes.</summary>
    public AcSupply? Ac { get; init; }

    /// <summary>The DC side; needed for DC modes.</summary>
    public DcSupply? Dc { get; init; }

    /// <summary>How sessions can be paid. Contract is offered over TLS only.</summary>
    public ExiList<PaymentOptionType> PaymentOptions { get; init; } = [PaymentOptionType.Contract, PaymentOptionType.ExternalPayment];

    /// <summary>Whether charging costs nothing.</summary>
    public bool FreeService { get; init; }

    /// <summary>Value-added services, the certificate service among them where it is offered; over TLS only.</summary>
    public ExiList<OfferedService> Services { get; init; }

    /// <summary>When pair settlement is offered.</summary>
    public PairingOffer Pairing { get; init; }

    /// <summary>The schedules for every vehicle, or null where they come with <see cref="SeccInput.SchedulesProvided"/>.</summary>
    public SAScheduleListType? Schedules { get; init; }

    /// <summary>
    /// After how much energy a Plug &amp; Charge vehicle must sign the meter reading again, in watt hours; the reading at
    /// the start is always the first. Null asks for no receipts.
    /// </summary>
    public ulong? ReceiptEveryWh { get; init; }

    /// <summary>How long a vehicle may take to follow a notification.</summary>
    public TimeSpan NotificationMaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The times to keep.</summary>
    public Timings Timings { get; init; } = Timings.Standard;

    /// <summary>Checks that the options go together.</summary>
    /// <exception cref="ArgumentException">They do not; the message says what is wrong.</exception>
    public void Validate()
    {
        Demand(EVSEID is { Length: >= 7 and <= 37 }, "EVSEID takes 7 to 37 characters");
        Demand(EnergyTransferModes.Count is >= 1 and <= 6, "one to six energy transfer modes are expected");
        foreach (var mode in EnergyTransferModes)
        {
            Demand(mode.IsDc() ? Dc is not null : Ac is not null, $"{mode} needs a supply of its kind");
        }

        Demand(PaymentOptions.Count is 1 or 2, "one or two payment options are expected");
        Demand(Services.Count + (Pairing is PairingOffer.Never ? 0 : 1) <= MaxServices, "at most eight services are expected, pairing included");
        foreach (var offered in Services)
        {
            Demand(offered.Service.ServiceID is not (ChargeServiceID or PairService.ServiceID), "a service has an identifier of its own");
        }

        Demand(NotificationMaxDelay >= TimeSpan.Zero && NotificationMaxDelay.TotalSeconds <= ushort.MaxValue, "NotificationMaxDelay is a number of seconds in 16 bits");
        Demand(Schedules is null || Schedules.SAScheduleTuple.Count is >= 1 and <= 3, "one to three schedule tuples are expected");
    }

    private static void Demand(bool condition, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"The charger's options are not valid: {rule}.");
        }
    }
}
