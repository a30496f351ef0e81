using FsCheck;
using FsCheck.Fluent;
using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Tests.Iso20;
using Common = PairSettle.Iso15118.Iso20.CommonMessages;
using CommonTypes = PairSettle.Iso15118.Iso20.CommonTypes;
using Din = PairSettle.Iso15118.Din70121;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>
/// What a stream can cost: at most <see cref="OctetsPerOctet"/> octets of memory for each of its own, and a fixed part.
/// The densest messages that the schema admits are the seeds, so that the bound is about the worst case.
/// </summary>
public class DecodeBoundTests
{
    private const int FixedPart = 2_048;
    private const int OctetsPerOctet = 96;

    private static readonly byte[][] Seeds =
    [
        Message(new SessionSetupReq { EVCCID = ExiBytes.FromHex("00B052000001") }),
        Message(new ServiceDetailRes
        {
            ResponseCode = ResponseCodeType.OK,
            ServiceID = 1,
            ServiceParameterList = new()
            {
                ParameterSet = [.. Enumerable.Range(0, 255).Select(_ => new ParameterSetType
                {
                    ParameterSetID = 0,
                    Parameter = [.. Enumerable.Range(0, 16).Select(_ => new ParameterType { Name = "", boolValue = false })],
                })],
            },
        }),
        Message(new ChargeParameterDiscoveryRes
        {
            ResponseCode = ResponseCodeType.OK,
            EVSEProcessing = EVSEProcessingType.Finished,
            SASchedules = new SAScheduleListType
            {
                SAScheduleTuple = [.. Enumerable.Range(1, 3).Select(id => new SAScheduleTupleType
                {
                    SAScheduleTupleID = (byte)id,
                    PMaxSchedule = new()
                    {
                        PMaxScheduleEntry = [.. Enumerable.Range(0, 1024).Select(_ => new PMaxScheduleEntryType
                        {
                            TimeInterval = new RelativeTimeIntervalType { start = 0 },
                            PMax = PhysicalValueType.FromWatts(0),
                        })],
                    },
                    SalesTariff = new()
                    {
                        SalesTariffID = 1,
                        SalesTariffEntry = [.. Enumerable.Range(0, 1024).Select(_ => new SalesTariffEntryType
                        {
                            TimeInterval = new RelativeTimeIntervalType { start = 0 },
                        })],
                    },
                })],
            },
            EVSEChargeParameter = new AC_EVSEChargeParameterType
            {
                AC_EVSEStatus = new() { NotificationMaxDelay = 0, EVSENotification = EVSENotificationType.None, RCD = false },
                EVSENominalVoltage = PhysicalValueType.FromVolts(230),
                EVSEMaxCurrent = PhysicalValueType.FromAmperes(16),
            },
        }),
        DinMessage(new Din.ServiceDetailRes
        {
            ResponseCode = Din.ResponseCodeType.OK,
            ServiceID = 1,
            ServiceParameterList = new()
            {
                ParameterSet = [.. Enumerable.Range(0, 1_000).Select(_ => new Din.ParameterSetType
                {
                    ParameterSetID = 0,
                    Parameter = [new Din.ParameterType { Name = "", ValueType = Din.ParameterValueType.@bool, boolValue = false }],
                })],
            },
        }),
        DinMessage(new Din.ServiceDiscoveryRes
        {
            ResponseCode = Din.ResponseCodeType.OK,
            PaymentOptions = new() { PaymentOption = [.. Enumerable.Repeat(Din.PaymentOptionType.ExternalPayment, 5_000)] },
            ChargeService = new()
            {
                ServiceTag = new() { ServiceID = 1, ServiceCategory = Din.ServiceCategoryType.EVCharging },
                FreeService = false,
                EnergyTransferType = Din.EVSESupportedEnergyTransferType.DC_extended,
            },
            ServiceList = new()
            {
                Service = [.. Enumerable.Range(0, 2_000).Select(_ => new Din.ServiceType
                {
                    ServiceTag = new() { ServiceID = 0, ServiceCategory = Din.ServiceCategoryType.Internet },
                    FreeService = true,
                })],
            },
        }),
        DinMessage(new Din.ChargeParameterDiscoveryRes
        {
            ResponseCode = Din.ResponseCodeType.OK,
            EVSEProcessing = Din.EVSEProcessingType.Finished,
            SASchedules = new Din.SAScheduleListType
            {
                SAScheduleTuple = [.. Enumerable.Range(0, 500).Select(id => new Din.SAScheduleTupleType
                {
                    SAScheduleTupleID = (short)id,
                    PMaxSchedule = new()
                    {
                        PMaxScheduleID = 0,
                        PMaxScheduleEntry = [new Din.PMaxScheduleEntryType { TimeInterval = new Din.RelativeTimeIntervalType { start = 0 }, PMax = 0 }],
                    },
                    SalesTariff = new()
                    {
                        SalesTariffID = 0,
                        NumEPriceLevels = 0,
                        SalesTariffEntry = [new Din.SalesTariffEntryType
                        {
                            TimeInterval = new Din.RelativeTimeIntervalType { start = 0 },
                            EPriceLevel = 0,
                            ConsumptionCost = [new Din.ConsumptionCostType { startValue = 0 }, new Din.ConsumptionCostType { startValue = 0 }],
                        }],
                        Id = "",
                    },
                })],
            },
            EVSEChargeParameter = new Din.AC_EVSEChargeParameterType
            {
                AC_EVSEStatus = new() { PowerSwitchClosed = false, RCD = false, NotificationMaxDelay = 0, EVSENotification = Din.EVSENotificationType.None },
                EVSEMaxVoltage = Din.PhysicalValueType.FromDecimal(230, Din.UnitSymbolType.V),
                EVSEMaxCurrent = Din.PhysicalValueType.FromDecimal(16, Din.UnitSymbolType.A),
                EVSEMinCurrent = Din.PhysicalValueType.FromDecimal(6, Din.UnitSymbolType.A),
            },
        }),
        new SupportedAppProtocolReq
        {
            AppProtocol = [.. Enumerable.Range(1, 20).Select(priority => new AppProtocolType
            {
                ProtocolNamespace = "", VersionNumberMajor = 0, VersionNumberMinor = 0, SchemaID = 0, Priority = (byte)priority,
            })],
        }.ToExi(),
        new Common.ServiceDetailRes
        {
            Header = Part20.Header,
            ResponseCode = CommonTypes.ResponseCodeType.OK,
            ServiceID = 1,
            ServiceParameterList = new()
            {
                ParameterSet = [.. Enumerable.Range(0, 32).Select(_ => new Common.ParameterSetType
                {
                    ParameterSetID = 0,
                    Parameter = [.. Enumerable.Range(0, 32).Select(_ => new Common.ParameterType { Name = "", boolValue = false })],
                })],
            },
        }.ToExi(),
        new Common.ScheduleExchangeRes
        {
            Header = Part20.Header,
            ResponseCode = CommonTypes.ResponseCodeType.OK,
            EVSEProcessing = CommonTypes.ProcessingType.Finished,
            Dynamic_SEResControlMode = new()
            {
                AbsolutePriceSchedule = new()
                {
                    TimeAnchor = 0,
                    PriceScheduleID = 1,
                    Currency = "",
                    Language = "",
                    PriceAlgorithm = "",
                    PriceRuleStacks = new()
                    {
                        PriceRuleStack = [.. Enumerable.Range(0, 1024).Select(_ => new Common.PriceRuleStackType
                        {
                            Duration = 0,
                            PriceRule = [new Common.PriceRuleType { EnergyFee = Part20.Number(0), PowerRangeStart = Part20.Number(0) }],
                        })],
                    },
                },
            },
        }.ToExi(),
        new Common.ScheduleExchangeRes
        {
            Header = Part20.Header,
            ResponseCode = CommonTypes.ResponseCodeType.OK,
            EVSEProcessing = CommonTypes.ProcessingType.Finished,
            Scheduled_SEResControlMode = new()
            {
                ScheduleTuple = [.. Enumerable.Range(1, 3).Select(id => new Common.ScheduleTupleType
                {
                    ScheduleTupleID = (uint)id,
                    ChargingSchedule = new()
                    {
                        PowerSchedule = new()
                        {
                            TimeAnchor = 0,
                            PowerScheduleEntries = new()
                            {
                                PowerScheduleEntry = [.. Enumerable.Range(0, 1024).Select(_ => new Common.PowerScheduleEntryType { Duration = 0, Power = Part20.Number(0) })],
                            },
                        },
                        PriceLevelSchedule = new()
                        {
                            TimeAnchor = 0,
                            PriceScheduleID = 1,
                            NumberOfPriceLevels = 1,
                            PriceLevelScheduleEntries = new()
                            {
                                PriceLevelScheduleEntry = [.. Enumerable.Range(0, 1024).Select(_ => new Common.PriceLevelScheduleEntryType { Duration = 0, PriceLevel = 0 })],
                            },
                        },
                    },
                })],
            },
        }.ToExi(),
    ];

    [Fact]
    public void TryDecode_DensestMessages_StayWithinTheBound()
    {
        foreach (var seed in Seeds)
        {
            AssertBounded(seed);
        }
    }

    [Fact]
    public void TryDecode_AnyMutationOfThem_StaysWithinTheBound() => Prop.ForAll(
        (from seed in Gen.Elements(Seeds)
         from length in Gen.Choose(0, seed.Length)
         from flips in Gen.ListOf(Gen.Choose(0, Math.Max(0, (seed.Length * 8) - 1)))
         select Mutate(seed, length, flips)).ToArbitrary(),
        AssertBounded).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_261_122, 7));

    [Theory]
    [InlineData("8000FFFFFFFF7F0000")]
    [InlineData("8098FFFFFFFFFF")]
    [InlineData("809802FFFFFFFF7F")]
    public void TryDecode_AFewOctetsThatClaimGigabytes_CostAlmostNothing(string hex)
    {
        var octets = Convert.FromHexString(hex);

        AssertBounded(octets);
        Assert.False(V2G_Message.TryDecode(octets, out _, out _));
        Assert.False(SupportedAppProtocolReq.TryDecode(octets, out _, out _));
    }

    private static void AssertBounded(byte[] octets)
    {
        // Once before, for what the runtime allocates the first time a path is taken.
        Decode(octets);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decode(octets);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(
            allocated <= FixedPart + ((long)OctetsPerOctet * octets.Length),
            $"{allocated} octets were allocated for a stream of {octets.Length}: {(allocated - FixedPart) / (double)Math.Max(1, octets.Length):F1} an octet");
    }

    private static void Decode(byte[] octets)
    {
        V2G_Message.TryDecode(octets, out _, out _);
        Din.V2G_Message.TryDecode(octets, out _, out _);
        Common.CommonMessagesSchema.TryDecode(octets, out _, out _);
        SupportedAppProtocolReq.TryDecode(octets, out _, out _);
    }

    private static byte[] Mutate(byte[] seed, int length, IEnumerable<int> flips)
    {
        var mutated = seed[..length];
        foreach (var bit in flips.Where(bit => bit / 8 < length))
        {
            mutated[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        }

        return mutated;
    }

    private static byte[] Message(BodyBaseType body) => V2G_Message.Create(SessionId.None, body).ToExi();

    private static byte[] DinMessage(Din.BodyBaseType body) => Din.V2G_Message.Create(SessionId.None, body).ToExi();
}
