using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Benchmarks.Exi;

/// <summary>One message of each class that a charging session has, always the same.</summary>
internal static class BenchMessages
{
    private static readonly ExiBytes s_session = ExiBytes.FromHex("3031323334353637");

    private static readonly DC_EVSEStatusType s_station = new()
    {
        NotificationMaxDelay = 0,
        EVSENotification = EVSENotificationType.None,
        EVSEIsolationStatus = IsolationLevelType.Valid,
        EVSEStatusCode = DC_EVSEStatusCodeType.EVSE_Ready,
    };

    /// <summary>The names of the messages: smallest, the loop in both directions, a schedule, certificates.</summary>
    public static IEnumerable<string> Names => ["SessionSetupReq", "CurrentDemandReq", "CurrentDemandRes", "ChargeParameterDiscoveryRes", "PaymentDetailsReq"];

    /// <summary>The message with a name.</summary>
    public static V2G_Message Find(string name) => V2G_Message.Create(s_session, name switch
    {
        "SessionSetupReq" => new SessionSetupReq { EVCCID = ExiBytes.FromHex("0001020304FF") },
        "CurrentDemandReq" => new CurrentDemandReq
        {
            DC_EVStatus = new() { EVReady = true, EVErrorCode = DC_EVErrorCodeType.NO_ERROR, EVRESSSOC = 55 },
            EVTargetCurrent = PhysicalValueType.FromAmperes(125.4m),
            EVMaximumVoltageLimit = PhysicalValueType.FromVolts(450),
            EVMaximumCurrentLimit = PhysicalValueType.FromAmperes(200),
            EVMaximumPowerLimit = PhysicalValueType.FromWatts(80_000),
            BulkChargingComplete = false,
            ChargingComplete = false,
            RemainingTimeToFullSoC = PhysicalValueType.FromTime(TimeSpan.FromMinutes(38)),
            RemainingTimeToBulkSoC = PhysicalValueType.FromTime(TimeSpan.FromMinutes(21)),
            EVTargetVoltage = PhysicalValueType.FromVolts(402.5m),
        },
        "CurrentDemandRes" => new CurrentDemandRes
        {
            ResponseCode = ResponseCodeType.OK,
            DC_EVSEStatus = s_station,
            EVSEPresentVoltage = PhysicalValueType.FromVolts(402.1m),
            EVSEPresentCurrent = PhysicalValueType.FromAmperes(125.2m),
            EVSECurrentLimitAchieved = false,
            EVSEVoltageLimitAchieved = false,
            EVSEPowerLimitAchieved = true,
            EVSEMaximumVoltageLimit = PhysicalValueType.FromVolts(500),
            EVSEMaximumCurrentLimit = PhysicalValueType.FromAmperes(200),
            EVSEMaximumPowerLimit = PhysicalValueType.FromWatts(50_000),
            EVSEID = "DE*PST*E0815*1",
            SAScheduleTupleID = 1,
            MeterInfo = new() { MeterID = "METER-0001", MeterReading = 12_345, TMeter = 1_700_000_000 },
            ReceiptRequired = false,
        },
        "ChargeParameterDiscoveryRes" => new ChargeParameterDiscoveryRes
        {
            ResponseCode = ResponseCodeType.OK,
            EVSEProcessing = EVSEProcessingType.Finished,
            SASchedules = new SAScheduleListType { SAScheduleTuple = ExiList.Create<SAScheduleTupleType>([Schedule(1), Schedule(2)]) },
            EVSEChargeParameter = new DC_EVSEChargeParameterType
            {
                DC_EVSEStatus = s_station,
                EVSEMaximumCurrentLimit = PhysicalValueType.FromAmperes(200),
                EVSEMaximumPowerLimit = PhysicalValueType.FromWatts(50_000),
                EVSEMaximumVoltageLimit = PhysicalValueType.FromVolts(500),
                EVSEMinimumCurrentLimit = PhysicalValueType.FromAmperes(1),
                EVSEMinimumVoltageLimit = PhysicalValueType.FromVolts(150),
                EVSEPeakCurrentRipple = PhysicalValueType.FromAmperes(2),
            },
        },
        "PaymentDetailsReq" => new PaymentDetailsReq
        {
            eMAID = "DEPST123456789",
            ContractSignatureCertChain = new()
            {
                Certificate = Octets(594, 1),
                SubCertificates = new() { Certificate = ExiList.Create<ExiBytes>([Octets(578, 2), Octets(566, 3)]) },
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such message"),
    });

    private static SAScheduleTupleType Schedule(byte number) => new()
    {
        SAScheduleTupleID = number,
        PMaxSchedule = new()
        {
            PMaxScheduleEntry = ExiList.Create<PMaxScheduleEntryType>([.. Enumerable.Range(0, 12).Select(hour => new PMaxScheduleEntryType
            {
                TimeInterval = new RelativeTimeIntervalType { start = (uint)(hour * 3600), duration = hour == 11 ? 3600u : null },
                PMax = PhysicalValueType.FromWatts(50_000 - (hour * 1000)),
            })]),
        },
    };

    /// <summary>Octets that look like none in particular, as a certificate's do.</summary>
    private static ExiBytes Octets(int count, int seed) =>
        ExiBytes.Copy([.. Enumerable.Range(0, count).Select(i => (byte)((i * 167) + (i >> 3) + (seed * 89)))]);
}
