using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Sdp;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tls;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Samples.ChargeAndSettle.Csms;
using PairSettle.Samples.ChargeAndSettle.Progress;
using PairSettle.Samples.ChargeAndSettle.Stage;
using PairSettle.Samples.ChargeAndSettle.Wiring;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Samples.ChargeAndSettle.Charger;

/// <summary>
/// The charger from socket to record: it answers discovery, accepts one vehicle over TLS, speaks ISO 15118-2 with it,
/// reads its meter over Modbus, and settles. Its CSMS is told, and asked nothing.
/// </summary>
internal sealed class ChargerSide(DemoOptions options, DemoStage stage, AcceleratedTimeProvider time, IPEndPoint csms, Action<DemoEvent> report)
    : ISettlementObserver, ISessionObserver<SeccStep>, IAsyncDisposable
{
    private const long RegisterAtStartWh = 1_234_567;
    private static readonly TimeSpan MeterInterval = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource<SettledSession> _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReceiptRecorder? _receipts;
    private SeccHost? _secc;
    private InBandPairCarrier? _carrier;
    private LingeringChannel? _channel;
    private ChargerSettlementHost? _settlement;
    private ChannelBinding _binding = ChannelBinding.None;
    private Task<SettlementResult>? _settling;
    private CsmsFeed? _feed;

    /// <summary>Serves one vehicle and returns the file of the record.</summary>
    /// <param name="listening">Told once, with the ports for discovery and for the pilot wire.</param>
    public async Task<string?> RunAsync(Action<int, int> listening, CancellationToken cancellationToken)
    {
        var own = stage.ChargerOptions(options, out var anchors, out var evidence);
        var load = new SimulatedLoad(time, importWh: RegisterAtStartWh);
        await using var simulator = ModbusMeterSimulator.Start(ModbusMeterProfile.AbbB23, load, new() { SerialNumber = DemoStage.MeterSerial });
        await using var modbus = new ModbusTcpClient(new() { EndPoint = simulator.EndPoint });
        await using var meter = await ModbusTcpMeter.OpenAsync(modbus, 1, ModbusMeterProfile.AbbB23, null, cancellationToken, leaveOpen: true);
        await using var pilot = new PilotWire();
        await using var feed = new CsmsFeed(csms);
        _feed = feed;
        using var journal = FileJournal.Open(Path.Combine(stage.ChargerPath, "device.psj"));
        _settlement = new(own, new() { Journal = journal, Anchors = anchors, Time = time, Observer = this });

        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        using var discovery = new SdpServer(new()
        {
            Port = 0,
            Address = IPAddress.IPv6Loopback,
            MulticastGroup = null,
            AnswerPolicy = SdpAnswerPolicy.RequireTls,
            TlsEndpoint = (IPEndPoint)listener.LocalEndpoint,
        });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answering = discovery.RunAsync(ending.Token);
        listening(discovery.LocalEndPoint.Port, pilot.EndPoint.Port);

        using var socket = await listener.AcceptSocketAsync(cancellationToken);
        socket.NoDelay = true;
        using var tlsServer = new SeccTlsServer(new() { Credential = own.Credential });
        await using var tls = await tlsServer.AcceptAsync(new NetworkStream(socket, ownsSocket: false), cancellationToken);
        Say($"vehicle connected over {tls.CipherSuite}");
        _binding = new("pairsettle-tls12", ExiBytes.Copy(tls.ChannelBinding.Value.Span));
        _carrier = new(new V2gtpConnection(tls.Stream, leaveOpen: true), PairRole.Charger);
        _channel = new(_carrier);

        var devices = new ChargerDevices(meter, load, pilot, time, options.Ac);
        var receipts = _receipts = new(own, _binding);
        _secc = new(SeccState.Initial(SeccOptions()), devices, new ContractBackend(anchors, evidence, receipts), new HeaderSignatureVerifier()) { Observer = this };
        var metering = PushReadingsAsync(meter, devices, ending.Token);
        var result = await _secc.RunAsync(_channel, isTls: true, cancellationToken);
        Say($"ISO 15118 session ended: {result.Reason}");

        var record = _settling is null ? null : (await _settling).Settled?.Record;
        await ending.CancelAsync();
        await Task.WhenAll(Quiet(answering), Quiet(metering));
        if (_settling is null)
        {
            receipts.Follow(new(await ReadAsync(meter, cancellationToken)) { PowerIsOff = true }, isCharging: false);
            record = receipts.Close(_settlement.State.History);
            if (record is not null)
            {
                await _settlement.TakeReceiptedAsync(record, cancellationToken);
                Say($"record {record.Id.ToString()[..16]}… from what the vehicle signed in ISO 15118 messages");
            }
        }

        return record is null ? null : await WriteAsync(record);
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }
    }

    void ISessionObserver<SeccStep>.Stepped(SeccStep step)
    {
        if (step.State.PairingSelected && _settling is null)
        {
            // Before the answer that confirms the selection leaves: the vehicle may speak right after it.
            _settling = _settlement!.SettleAsync(_carrier!.OpenLink(), _binding, CancellationToken.None);
            _channel!.Until = _settling;
            Say("pair settlement selected");
        }

        foreach (var happened in step.Outputs.OfType<SeccOutput.Report>())
        {
            Happened(happened.Event);
        }
    }

    void ISessionObserver<SeccStep>.EvidenceObserved(EvidenceKind kind, ExiBytes exi) => _receipts!.Observed(kind, exi);

    void ISettlementObserver.PowerPermitted(Digest agreement, Caps caps)
    {
        Say($"agreement {agreement.ToString()[..16]}… signed by both: at most {caps.EnergyWh / 1000m} kWh, {caps.Amount}, {caps.Duration}");
        _secc!.Post(new SeccInput.PowerPermission(true, "both signed the agreement"));
    }

    void ISettlementObserver.PowerWithdrawn(EndReason reason) => _secc!.Post(
        reason is EndReason.VehicleStopped or EndReason.ChargerStopped or EndReason.CapReached
            ? new SeccInput.StopRequested($"settlement: {reason}")
            : new SeccInput.PowerPermission(false, $"settlement: {reason}"));

    void ISettlementObserver.Progressed(SettlementProgress progress) =>
        Tell(progress.PowerPermitted ? "charging" : "settling", progress.ImportWh, progress.Cost, progress.LastCheckpoint);

    void ISettlementObserver.Published(SettledSession settled)
    {
        Say($"record {settled.Record.Id.ToString()[..16]}…: {settled.Outcome}");
        _published.TrySetResult(settled);
    }

    void ISettlementObserver.Abandoned(SettlementFault fault) => Say($"no record: {fault}");

    private static async Task Quiet(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Ended on purpose.
        }
    }

    private void Happened(SeccEvent happened)
    {
        switch (happened)
        {
            case SeccEvent.PowerOn:
                report(new() { From = "charger", Step = "contactor closed, energy flows", State = "charging", PowerPermitted = true });
                break;
            case SeccEvent.PowerOff:
                Say("contactor open");
                _settlement!.RequestStop(EndReason.VehicleStopped);
                break;
            case SeccEvent.Authorised or SeccEvent.CableCheckPassed or SeccEvent.ReceiptAccepted or SeccEvent.ContactorFault:
                Say(happened.ToString());
                break;
        }
    }

    private SeccOptions SeccOptions() => new()
    {
        EVSEID = DemoStage.EvseId,
        EnergyTransferModes = [options.Ac ? EnergyTransferModeType.AC_three_phase_core : EnergyTransferModeType.DC_extended],
        Ac = options.Ac ? new(230, 16) : null,
        Dc = options.Ac ? null : new() { MinVoltageV = 150, MaxVoltageV = 920, MaxCurrentA = 200, MaxPowerW = 150_000 },
        PaymentOptions = [PaymentOptionType.Contract],
        Pairing = PairingOffer.WhenVehicleCanPair,
        Schedules = new()
        {
            SAScheduleTuple =
            [
                new()
                {
                    SAScheduleTupleID = 1,
                    PMaxSchedule = new()
                    {
                        PMaxScheduleEntry =
                        [
                            new()
                            {
                                TimeInterval = new RelativeTimeIntervalType { start = 0, duration = 86_400 },
                                PMax = PhysicalValueType.FromWatts(options.Ac ? 11_000 : 150_000),
                            },
                        ],
                    },
                },
            ],
        },
        ReceiptEveryWh = options.UnmodifiedVehicle ? 2_000 : null,
    };

    // The position of the contactor is taken before and after: only a reading between two open positions is one with power off.
    private async Task PushReadingsAsync(ModbusTcpMeter meter, ChargerDevices devices, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wasClosed = devices.IsClosed;
            var statement = await ReadAsync(meter, cancellationToken);
            var reading = new Records.Settlement.MeterReading(statement) { PowerIsOff = !wasClosed && !devices.IsClosed };
            _settlement!.Push(reading);
            if (_receipts!.Follow(reading, wasClosed) is { } sofar && _settling is null)
            {
                Tell("charging", sofar.ImportWh, sofar.Cost, null);
            }

            await Task.Delay(MeterInterval, cancellationToken);
        }
    }

    private async Task<MeterStatement> ReadAsync(ModbusTcpMeter meter, CancellationToken cancellationToken)
    {
        var sample = await meter.ReadSampleAsync(cancellationToken);
        return new()
        {
            MeterSerial = meter.SerialNumber,
            ImportWh = sample.ImportWh,
            ExportWh = sample.ExportWh,
            At = new(time.GetUtcNow(), TimeQuality.Informative),
        };
    }

    private void Tell(string state, long importWh, Money? cost, long? checkpoint)
    {
        var connected = _feed?.IsConnected == true;
        report(new() { From = "charger", State = state, EnergyWh = importWh, Cost = cost?.ToString(), Checkpoint = checkpoint, Csms = connected });
        _feed?.Post(JsonSerializer.Serialize(new DemoEvent { From = "charger", State = state, EnergyWh = importWh }, DemoEventJson.Default.DemoEvent));
    }

    private void Say(string step) => report(new() { From = "charger", Step = step });

    private async Task<string> WriteAsync(PairRecord record)
    {
        await File.WriteAllBytesAsync(stage.RecordPath, record.ToDer());
        return stage.RecordPath;
    }
}
