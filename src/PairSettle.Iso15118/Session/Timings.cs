using System.Collections.Immutable;

namespace PairSettle.Iso15118.Session;

/// <summary>
/// Every time that the machines keep, in one place. The defaults are those of ISO 15118-2:2013, 8.7.2; a rule without
/// a clause of the standard says so. <see cref="Rules"/> and <see cref="Exchanges"/> are the table that
/// docs/concepts/iso2-machines.md prints.
/// </summary>
public sealed record Timings
{
    private const string Sequencing = "ISO 15118-2, 8.7.2";

    /// <summary>V2G_SECC_CommunicationSetup_Performance_Time: from the connection to SessionSetupRes.</summary>
    public static readonly TimingRule SeccCommunicationSetupRule = new("V2G_SECC_CommunicationSetup_Performance_Time", S(18), Sequencing);

    /// <summary>V2G_SECC_Sequence_Timeout: from a response to the next request.</summary>
    public static readonly TimingRule SeccSequenceRule = new("V2G_SECC_Sequence_Timeout", S(60), Sequencing);

    /// <summary>V2G_SECC_Ongoing_Performance_Time: how long the charger answers Ongoing.</summary>
    public static readonly TimingRule SeccOngoingRule = new("V2G_SECC_Ongoing_Performance_Time", S(55), Sequencing);

    /// <summary>How long the charger waits for a customer at its terminal; the vehicle's ongoing timer does not run then.</summary>
    public static readonly TimingRule SeccCustomerInteractionRule = new("Customer interaction (EIM)", S(300), "field practice, no clause");

    /// <summary>V2G_SECC_CableCheck_Performance_Time: until the isolation test has ended.</summary>
    public static readonly TimingRule SeccCableCheckRule = new("V2G_SECC_CableCheck_Performance_Time", S(38), Sequencing);

    /// <summary>V2G_SECC_CPState_Detection_Timeout: until the vehicle shows state C or D in front of the cable check.</summary>
    public static readonly TimingRule SeccControlPilotDetectionRule = new("V2G_SECC_CPState_Detection_Timeout", S(1.5), Sequencing);

    /// <summary>How long the charger tolerates the vehicle's change of state around PowerDelivery: twice the vehicle's 250 ms.</summary>
    public static readonly TimingRule ControlPilotChangeRule = new("CP state change around PowerDelivery", S(0.5), "[V2G2-847], [V2G2-848]: 250 ms for the vehicle, relaxed here");

    /// <summary>Until the contactor confirms a command.</summary>
    public static readonly TimingRule ContactorRule = new("Contactor confirmation", S(3), "[V2G2-862], [V2G2-865]");

    /// <summary>How long after NotificationMaxDelay an ignored StopCharging is tolerated.</summary>
    public static readonly TimingRule StopGraceRule = new("Grace after StopCharging", S(10), "PairSettle, no clause");

    /// <summary>How long the charger leaves the connection open after its last response.</summary>
    public static readonly TimingRule CloseRule = new("TCP close after SessionStop", S(5), "ISO 15118-2, 8.7.2; [V2G2-539]");

    /// <summary>V2G_EVCC_CommunicationSetup_Timeout: from the connection to SessionSetupRes.</summary>
    public static readonly TimingRule EvccCommunicationSetupRule = new("V2G_EVCC_CommunicationSetup_Timeout", S(20), Sequencing);

    /// <summary>V2G_EVCC_Sequence_Performance_Time: from a response to the vehicle's next request.</summary>
    public static readonly TimingRule EvccSequenceRule = new("V2G_EVCC_Sequence_Performance_Time", S(40), Sequencing);

    /// <summary>V2G_EVCC_Ongoing_Timeout: how long the vehicle accepts Ongoing.</summary>
    public static readonly TimingRule EvccOngoingRule = new("V2G_EVCC_Ongoing_Timeout", S(60), Sequencing);

    /// <summary>V2G_EVCC_CableCheck_Timeout.</summary>
    public static readonly TimingRule EvccCableCheckRule = new("V2G_EVCC_CableCheck_Timeout", S(40), Sequencing);

    /// <summary>V2G_EVCC_PreCharge_Timeout.</summary>
    public static readonly TimingRule EvccPreChargeRule = new("V2G_EVCC_PreCharge_Timeout", S(7), Sequencing);

    /// <summary>Between two polls of a charger that answers Ongoing.</summary>
    public static readonly TimingRule EvccPollRule = new("Poll interval while Ongoing", S(0.25), "PairSettle, no clause");

    /// <summary>Between two ChargingStatusReq.</summary>
    public static readonly TimingRule EvccChargingStatusRule = new("Interval of ChargingStatusReq", S(1), "PairSettle, no clause");

    /// <summary>Between two CurrentDemandReq.</summary>
    public static readonly TimingRule EvccCurrentDemandRule = new("Interval of CurrentDemandReq", S(0.1), "PairSettle, no clause");

    /// <summary>The times of the standard.</summary>
    public static Timings Standard { get; } = new();

    /// <summary>Every single time with its name and origin.</summary>
    public static ImmutableArray<TimingRule> Rules { get; } =
    [
        SeccCommunicationSetupRule, SeccSequenceRule, SeccOngoingRule, SeccCustomerInteractionRule, SeccCableCheckRule,
        SeccControlPilotDetectionRule, ControlPilotChangeRule, ContactorRule, StopGraceRule, CloseRule,
        EvccCommunicationSetupRule, EvccSequenceRule, EvccOngoingRule, EvccCableCheckRule, EvccPreChargeRule,
        EvccPollRule, EvccChargingStatusRule, EvccCurrentDemandRule,
    ];

    /// <summary>The times of each pair of messages (ISO 15118-2, 8.7.2), in the order of <see cref="MessageKind"/>.</summary>
    public static ImmutableArray<ExchangeTiming> Exchanges { get; } =
    [
        new(MessageKind.SupportedAppProtocol, S(2), S(1.5)),
        new(MessageKind.SessionSetup, S(2), S(1.5)),
        new(MessageKind.ServiceDiscovery, S(2), S(1.5)),
        new(MessageKind.ServiceDetail, S(5), S(4.5)),
        new(MessageKind.PaymentServiceSelection, S(2), S(1.5)),
        new(MessageKind.CertificateInstallation, S(5), S(4.5)),
        new(MessageKind.CertificateUpdate, S(5), S(4.5)),
        new(MessageKind.PaymentDetails, S(5), S(4.5)),
        new(MessageKind.Authorization, S(2), S(1.5)),
        new(MessageKind.ChargeParameterDiscovery, S(2), S(1.5)),
        new(MessageKind.CableCheck, S(2), S(1.5)),
        new(MessageKind.PreCharge, S(2), S(1.5)),
        new(MessageKind.PowerDelivery, S(5), S(4.5)),
        new(MessageKind.ChargingStatus, S(2), S(1.5)),
        new(MessageKind.CurrentDemand, S(0.25), S(0.025)),
        new(MessageKind.MeteringReceipt, S(2), S(1.5)),
        new(MessageKind.WeldingDetection, S(2), S(1.5)),
        new(MessageKind.SessionStop, S(2), S(1.5)),
    ];

    /// <summary>See <see cref="SeccCommunicationSetupRule"/>.</summary>
    public TimeSpan SeccCommunicationSetup { get; init; } = SeccCommunicationSetupRule.Value;

    /// <summary>See <see cref="SeccSequenceRule"/>.</summary>
    public TimeSpan SeccSequence { get; init; } = SeccSequenceRule.Value;

    /// <summary>See <see cref="SeccOngoingRule"/>.</summary>
    public TimeSpan SeccOngoing { get; init; } = SeccOngoingRule.Value;

    /// <summary>See <see cref="SeccCustomerInteractionRule"/>.</summary>
    public TimeSpan SeccCustomerInteraction { get; init; } = SeccCustomerInteractionRule.Value;

    /// <summary>See <see cref="SeccCableCheckRule"/>.</summary>
    public TimeSpan SeccCableCheck { get; init; } = SeccCableCheckRule.Value;

    /// <summary>See <see cref="SeccControlPilotDetectionRule"/>.</summary>
    public TimeSpan SeccControlPilotDetection { get; init; } = SeccControlPilotDetectionRule.Value;

    /// <summary>See <see cref="ControlPilotChangeRule"/>.</summary>
    public TimeSpan ControlPilotChange { get; init; } = ControlPilotChangeRule.Value;

    /// <summary>See <see cref="ContactorRule"/>.</summary>
    public TimeSpan Contactor { get; init; } = ContactorRule.Value;

    /// <summary>See <see cref="StopGraceRule"/>.</summary>
    public TimeSpan StopGrace { get; init; } = StopGraceRule.Value;

    /// <summary>See <see cref="CloseRule"/>.</summary>
    public TimeSpan Close { get; init; } = CloseRule.Value;

    /// <summary>See <see cref="EvccCommunicationSetupRule"/>.</summary>
    public TimeSpan EvccCommunicationSetup { get; init; } = EvccCommunicationSetupRule.Value;

    /// <summary>See <see cref="EvccSequenceRule"/>.</summary>
    public TimeSpan EvccSequence { get; init; } = EvccSequenceRule.Value;

    /// <summary>See <see cref="EvccOngoingRule"/>.</summary>
    public TimeSpan EvccOngoing { get; init; } = EvccOngoingRule.Value;

    /// <summary>See <see cref="EvccCableCheckRule"/>.</summary>
    public TimeSpan EvccCableCheck { get; init; } = EvccCableCheckRule.Value;

    /// <summary>See <see cref="EvccPreChargeRule"/>.</summary>
    public TimeSpan EvccPreCharge { get; init; } = EvccPreChargeRule.Value;

    /// <summary>See <see cref="EvccPollRule"/>.</summary>
    public TimeSpan EvccPoll { get; init; } = EvccPollRule.Value;

    /// <summary>See <see cref="EvccChargingStatusRule"/>.</summary>
    public TimeSpan EvccChargingStatus { get; init; } = EvccChargingStatusRule.Value;

    /// <summary>See <see cref="EvccCurrentDemandRule"/>.</summary>
    public TimeSpan EvccCurrentDemand { get; init; } = EvccCurrentDemandRule.Value;

    /// <summary>How long the vehicle waits for a response.</summary>
    /// <param name="kind">The pair.</param>
    /// <returns>V2G_EVCC_Msg_Timeout.</returns>
    public static TimeSpan MessageTimeout(MessageKind kind) => Exchanges[(int)kind].Timeout;

    /// <summary>How long the charger may take to answer.</summary>
    /// <param name="kind">The pair.</param>
    /// <returns>V2G_SECC_Msg_Performance_Time.</returns>
    public static TimeSpan Performance(MessageKind kind) => Exchanges[(int)kind].Performance;

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
