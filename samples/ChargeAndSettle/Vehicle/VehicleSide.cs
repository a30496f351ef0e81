using System.Net;
using System.Net.Sockets;
using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Sdp;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tls;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Samples.ChargeAndSettle.Progress;
using PairSettle.Samples.ChargeAndSettle.Stage;
using PairSettle.Samples.ChargeAndSettle.Wiring;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Samples.ChargeAndSettle.Vehicle;

/// <summary>
/// The vehicle from socket to record: it discovers the charger, verifies its chain in the TLS handshake, charges over
/// ISO 15118-2, measures for itself, and settles.
/// </summary>
internal sealed class VehicleSide(DemoOptions options, DemoStage stage, AcceleratedTimeProvider time, Action<DemoEvent> report)
    : ISettlementObserver, ISessionObserver<EvccStep>, IAsyncDisposable
{
    private static readonly TimeSpan MeasureInterval = TimeSpan.FromMilliseconds(200);

    private EvccHost? _evcc;
    private VehicleDevices? _devices;
    private InBandPairCarrier? _carrier;
    private LingeringChannel? _channel;
    private VehicleSettlementHost? _settlement;
    private ChannelBinding _binding = ChannelBinding.None;
    private Task<SettlementResult>? _settling;
    private CancellationToken _ending;
    private volatile bool _drawing;

    /// <summary>Charges once.</summary>
    public async Task RunAsync(int discoveryPort, int pilotPort, CancellationToken cancellationToken)
    {
        var own = stage.VehicleOptions(options, out var anchors, out var evidence);
        var battery = new SimulatedLoad(time);
        using var journal = FileJournal.Open(Path.Combine(stage.VehiclePath, "device.psj"));
        _settlement = new(own, new() { Journal = journal, Anchors = anchors, Time = time, Observer = this });
        await using var pilot = await PilotWire.PlugInAsync(pilotPort, cancellationToken);
        _devices = new(pilot, battery, options.Ac);

        var secc = await new SdpClient(new() { Target = new(IPAddress.IPv6Loopback, discoveryPort) }).DiscoverAsync(cancellationToken);
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(secc.EndPoint, cancellationToken);
        await using var tls = await new EvccTlsClient(new() { Anchors = anchors, Evidence = evidence })
            .ConnectAsync(new NetworkStream(socket, ownsSocket: false), cancellationToken);
        Say($"charger verified: {tls.SeccChain!.Path.Length} certificates up to {tls.SeccChain.Anchor.Subject.CommonName}");
        _binding = new("pairsettle-tls12", ExiBytes.Copy(tls.ChannelBinding.Value.Span));
        _carrier = new(new V2gtpConnection(tls.Stream, leaveOpen: true), PairRole.Vehicle);
        _channel = new(_carrier);

        _evcc = new(EvccState.Initial(EvccOptions(own), VehicleDevices.Wish), _devices, new CredentialSigner(own.Credential), new HeaderSignatureVerifier()) { Observer = this };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ending = ending.Token;
        var measuring = PushReadingsAsync(battery, ending.Token);
        var result = await _evcc.RunAsync(_channel, isTls: true, cancellationToken);
        Say($"ISO 15118 session ended: {result.Reason}");
        if (_settling is not null && (await _settling).Settled is { } settled)
        {
            await File.WriteAllBytesAsync(stage.VehicleRecordPath, settled.Record.ToDer(), cancellationToken);
        }

        await ending.CancelAsync();
        try
        {
            await measuring;
        }
        catch (OperationCanceledException)
        {
            // Ended on purpose.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }
    }

    void ISessionObserver<EvccStep>.Stepped(EvccStep step)
    {
        if (step.State.PairingSelected && _settling is null)
        {
            _settling = _settlement!.SettleAsync(_carrier!.OpenLink(), _binding, CancellationToken.None);
            _channel!.Until = _settling;
        }

        foreach (var happened in step.Outputs.OfType<EvccOutput.Report>())
        {
            Happened(happened.Event);
        }
    }

    void ISessionObserver<EvccStep>.EvidenceObserved(EvidenceKind kind, ExiBytes exi)
    {
    }

    void ISettlementObserver.PowerPermitted(Digest agreement, Caps caps)
    {
        Say($"offer verified and accepted: at most {caps.EnergyWh / 1000m} kWh, {caps.Amount}");
        _evcc!.Post(new EvccInput.SettlementReady(true, "the offer is verified and accepted"));
    }

    void ISettlementObserver.PowerWithdrawn(EndReason reason) => _evcc!.Post(new EvccInput.StopRequested($"settlement: {reason}"));

    void ISettlementObserver.Published(SettledSession settled) => Say($"record {settled.Record.Id.ToString()[..16]}…: {settled.Outcome}");

    void ISettlementObserver.Abandoned(SettlementFault fault)
    {
        Say($"no record: {fault}");
        _evcc!.Post(new EvccInput.SettlementReady(false, $"settlement: {fault}"));
    }

    private void Happened(EvccEvent happened)
    {
        switch (happened)
        {
            case EvccEvent.PowerOn:
                _drawing = true;
                _devices!.Draw(true);
                _ = StopLaterAsync(_ending);
                break;
            case EvccEvent.PowerOff:
                _devices!.Draw(false);
                _drawing = false;
                _settlement!.RequestStop(EndReason.VehicleStopped);
                break;
            case EvccEvent.ReceiptSigned or EvccEvent.PeerFailed or EvccEvent.ContactorFault:
                Say(happened.ToString());
                break;
        }
    }

    private async Task StopLaterAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        Say("has enough and stops");
        _evcc!.Post(new EvccInput.StopRequested("the user has enough"));
    }

    private EvccOptions EvccOptions(VehicleSettlementOptions own) => new()
    {
        EVCCID = ExiBytes.FromHex("00B052000001"),
        EnergyTransferModes = [options.Ac ? EnergyTransferModeType.AC_three_phase_core : EnergyTransferModeType.DC_extended],
        Ac = options.Ac ? new() { EnergyRequestWh = 30_000, MaxCurrentA = 16, MaxPowerW = 11_000 } : null,
        Dc = options.Ac ? null : new() { MaxVoltageV = 500, MaxCurrentA = 200, MaxPowerW = 100_000 },
        Payment = PaymentPreference.ContractOnly,
        Contract = EvccContract.Of(own.Credential),
        Pairing = options.UnmodifiedVehicle ? PairingWish.Never : PairingWish.WhenOffered,
    };

    private async Task PushReadingsAsync(SimulatedLoad battery, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wasDrawing = _drawing;
            var taken = battery.Read();
            _settlement!.Push(new(taken.ImportWh, taken.ExportWh, PowerIsOff: !wasDrawing && !_drawing));
            await Task.Delay(MeasureInterval, cancellationToken);
        }
    }

    private void Say(string step) => report(new() { From = "vehicle", Step = step });
}
