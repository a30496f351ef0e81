using System.Security.Cryptography;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Receipts;
using PairSettle.Records.Tariffs;

namespace PairSettle.Samples.ChargeAndSettle.Charger;

/// <summary>
/// Records the session of an unmodified vehicle: the offer is signed when the vehicle shows its contract, its hash is the
/// challenge that the vehicle signs, and every metering receipt is kept verbatim.
/// </summary>
internal sealed class ReceiptRecorder(ChargerSettlementOptions options, ChannelBinding channel)
{
    private readonly Lock _gate = new();
    private readonly List<ExiBytes> _signed = [];
    private CertificateChainType? _contract;
    private MeterStatement? _latest;
    private MeterStatement? _start;
    private IsoSessionOpening? _opening;
    private SignedPart<Offer>? _offer;
    private UsageTracker? _usage;

    /// <summary>The vehicle showed its contract.</summary>
    public void Contract(CertificateChainType chain) => _contract = chain;

    /// <summary>The challenge for the vehicle: the hash of the offer that is signed now; null leaves it to chance.</summary>
    public ExiBytes? Challenge()
    {
        lock (_gate)
        {
            if (_contract is not { } contract || _latest is not { } meter)
            {
                return null;
            }

            _opening = new()
            {
                Channel = channel,
                ContractChain = [contract.Certificate, .. contract.SubCertificates?.Certificate ?? default],
                Nonce = ExiBytes.Copy(RandomNumberGenerator.GetBytes(32)),
                StartMeter = meter,
                At = meter.At,
            };
            _offer = IsoReceiptSettlement.Open(options, _opening);
            return IsoReceiptSettlement.ChallengeFor(_offer);
        }
    }

    /// <summary>A signed message passed.</summary>
    public void Observed(EvidenceKind kind, ExiBytes exi)
    {
        lock (_gate)
        {
            if (kind is EvidenceKind.Authorization or EvidenceKind.MeteringReceipt)
            {
                _signed.Add(exi);
            }
        }
    }

    /// <summary>Follows the meter; while energy flows, the cost follows too.</summary>
    /// <returns>Energy and cost so far, or null before energy flows.</returns>
    public (long ImportWh, Money Cost)? Follow(MeterStatement reading, bool isCharging)
    {
        lock (_gate)
        {
            _latest = reading;
            if (_offer is null || (!isCharging && _usage is null))
            {
                return null;
            }

            _start ??= reading;
            _usage ??= new(Tariff, _start.At.Instant);
            if (isCharging || reading.ImportWh - _offer.Content.StartMeter.ImportWh > _usage.ImportWh)
            {
                _usage = Advance(_usage, reading);
            }

            return (_usage.ImportWh, _usage.Cost().Total);
        }
    }

    /// <summary>Makes the record, or answers null where nothing was delivered.</summary>
    public PairRecord? Close(DeviceHistory history)
    {
        lock (_gate)
        {
            return _usage is null ? null : IsoReceiptSettlement.Close(
                options,
                _opening!,
                _offer!,
                new()
                {
                    Usage = _usage,
                    ClockQuality = _latest!.At.Quality,
                    EndMeter = _latest,
                    EndReason = EndReason.VehicleStopped,
                    Messages = ExiList.Create<ExiBytes>([.. _signed]),
                },
                history);
        }
    }

    private Tariff Tariff => ((TariffBody)options.Tariff.Content.Body).Tariff;

    private UsageTracker Advance(UsageTracker usage, MeterStatement reading) => usage.Advance(
        UsageKind.Charging,
        reading.At.Instant - usage.Start,
        reading.ImportWh - _offer!.Content.StartMeter.ImportWh,
        reading.ExportWh - _offer.Content.StartMeter.ExportWh);
}
