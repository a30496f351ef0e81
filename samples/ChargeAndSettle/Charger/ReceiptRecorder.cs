using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Session;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
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
    private VerifiedChain? _contract;
    private Records.Settlement.MeterReading? _latest;
    private IsoReceiptSession? _session;
    private SignedPart<Offer>? _offer;
    private UsageTracker? _usage;

    /// <summary>The vehicle showed its contract; null where it could not be trusted.</summary>
    public void Contract(VerifiedChain? chain) => _contract = chain;

    /// <summary>The challenge for the vehicle: the hash of the offer that is signed now; null leaves it to chance.</summary>
    public ExiBytes? Challenge()
    {
        lock (_gate)
        {
            if (_contract is null || _latest is null)
            {
                return null;
            }

            var random = ExiBytes.Copy(RandomNumberGenerator.GetBytes(IsoReceiptSession.RandomOctets(options)));
            _session = IsoReceiptSession.Begin(
                options, _contract, LiabilityClass.ChargePointOperator, channel, _latest, random, _latest.Statement.At);
            _offer = SignedPart.Sign(_session.Offer, options.Credential);
            return _session.Challenge;
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
    public (long ImportWh, Money Cost)? Follow(Records.Settlement.MeterReading reading, bool isCharging)
    {
        lock (_gate)
        {
            _latest = reading;
            if (_session is null || (!isCharging && _usage is null))
            {
                return null;
            }

            _usage ??= _session.BeginUsage(reading.Statement.At);
            var (start, now) = (_session.Offer.StartMeter, reading.Statement);
            if (isCharging || now.ImportWh - start.ImportWh > _usage.ImportWh)
            {
                _usage = _usage.Advance(UsageKind.Charging, now.At.Instant - _usage.Start, now.ImportWh - start.ImportWh, now.ExportWh - start.ExportWh);
            }

            return (_usage.ImportWh, _usage.Cost().Total);
        }
    }

    /// <summary>Makes the record, or answers null where nothing was delivered.</summary>
    public PairRecord? Close(DeviceHistory history)
    {
        lock (_gate)
        {
            if (_usage is null)
            {
                return null;
            }

            var half = _session!.End(_usage, _latest!, EndReason.VehicleStopped, _signed, history, _latest!.Statement.At.Quality);
            return _session.Assemble(_offer!, SignedPart.Sign(half, options.Credential), _signed, _latest);
        }
    }
}
