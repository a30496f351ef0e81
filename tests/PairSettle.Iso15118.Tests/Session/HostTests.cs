using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Testing.Links;
using PairSettle.Testing.Pki;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>Both hosts over a connection in memory: real frames, real EXI, devices that obey.</summary>
public sealed partial class HostTests : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1);

    private static readonly Timings Timings = new() { EvccPoll = Pace, EvccChargingStatus = Pace, EvccCurrentDemand = Pace };

    private readonly CancellationTokenSource _watchdog = new(TimeSpan.FromMinutes(1));
    private readonly EagerTimeProvider _time = new(Pace);
    private readonly Devices _devices = new();

    public void Dispose() => _watchdog.Dispose();

    [Fact]
    public async Task RunAsync_AcPlugAndCharge_ChargesAndKeepsVerbatimEvidence()
    {
        var watcher = new Watcher();
        var (secc, evcc) = Hosts(
            Samples.AcCharger with { ReceiptEveryWh = 500, Schedules = Schedules.Flat(22_000, Samples.Tariff) },
            Samples.AcVehicle.WithContract(),
            watcher);
        var (charger, vehicle) = await RunAsync(secc, evcc, isTls: true);
        Assert.Equal(TerminationReason.Completed, charger.Reason);
        Assert.Equal(TerminationReason.StopRequested, vehicle.Reason);
        Assert.False(_devices.Contactor);
        Assert.True(_devices.EnergyWh >= 3_000);

        Assert.Equal(
            [EvidenceKind.ContractChain, EvidenceKind.Authorization, EvidenceKind.SalesTariff, EvidenceKind.MeteringReceipt],
            watcher.Evidence.Select(e => e.Kind).Distinct());
        foreach (var (kind, exi) in watcher.Evidence)
        {
            var message = V2G_Message.Decode(exi.Span);
            Assert.Equal(exi, ExiBytes.Copy(message.ToExi()));
            Assert.Equal(kind is not EvidenceKind.ContractChain, message.Header.Signature is not null);
        }
    }

    [Fact]
    public async Task RunAsync_DcExternalPayment_Charges()
    {
        var (secc, evcc) = Hosts(Samples.DcCharger, Samples.DcVehicle, null);
        secc.Post(new SeccInput.EimAuthorised());
        var (charger, vehicle) = await RunAsync(secc, evcc, isTls: false);
        Assert.Equal(TerminationReason.Completed, charger.Reason);
        Assert.Equal(TerminationReason.StopRequested, vehicle.Reason);
        Assert.False(_devices.Contactor || _devices.VehicleContactor);
        Assert.Null(charger.State.Meter?.Signature);
    }

    [Fact]
    public async Task RunAsync_OtherPayloadTypes_AreLeftAlone()
    {
        var (near, far) = DuplexPipe.CreatePair();
        await using var connection = new V2gtpConnection(far);
        await connection.SendAsync(V2gtpPayloadType.PairSettlement, new byte[] { 1, 2, 3 }, _watchdog.Token);
        await connection.SendAsync((V2gtpPayloadType)0xB000, new byte[] { 4 }, _watchdog.Token);
        var (secc, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle, null);
        secc.Post(new SeccInput.EimAuthorised());
        var charging = secc.RunAsync(new V2gtpConnection(near), false, _watchdog.Token);
        var vehicle = await evcc.RunAsync(connection, false, _watchdog.Token);
        Assert.Equal(TerminationReason.StopRequested, vehicle.Reason);
        Assert.Equal(TerminationReason.Completed, (await charging).Reason);
    }

    [Fact]
    public async Task RunAsync_Garbage_EndsWithoutAnAnswer()
    {
        var (near, far) = DuplexPipe.CreatePair();
        await using var connection = new V2gtpConnection(far);
        var (secc, _) = Hosts(Samples.AcCharger, Samples.AcVehicle, null);
        await connection.SendAsync(V2gtpPayloadType.ExiMessage, new byte[] { 0x80, 0xFF, 0xFF }, _watchdog.Token);
        var charger = await secc.RunAsync(new V2gtpConnection(near), true, _watchdog.Token);
        Assert.Equal(TerminationReason.Undecodable, charger.Reason);
        Assert.Null(await connection.ReceiveAsync(_watchdog.Token));
    }

    [Fact]
    public async Task RunAsync_VehicleVanishesWhileCharging_OpensTheContactor()
    {
        var (near, far) = DuplexPipe.CreatePair();
        var (secc, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle, null);
        secc.Post(new SeccInput.EimAuthorised());
        _devices.WhenCharged = far.Dispose;
        var vanishing = evcc.RunAsync(new V2gtpConnection(far), false, _watchdog.Token);
        var charger = await secc.RunAsync(new V2gtpConnection(near), false, _watchdog.Token);
        Assert.Equal(TerminationReason.LinkLost, charger.Reason);
        Assert.Equal(TerminationReason.LinkLost, (await vanishing).Reason);
        Assert.False(_devices.Contactor);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileCharging_OpensTheContactor()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_watchdog.Token);
        var (near, far) = DuplexPipe.CreatePair();
        var (secc, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle, null);
        secc.Post(new SeccInput.EimAuthorised());
        _devices.WhenCharged = cancellation.Cancel;
        var vehicle = evcc.RunAsync(new V2gtpConnection(far), false, _watchdog.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => secc.RunAsync(new V2gtpConnection(near), false, cancellation.Token));
        Assert.False(_devices.Contactor);
        Assert.Equal(TerminationReason.LinkLost, (await vehicle).Reason);
    }

    [Fact]
    public async Task RunAsync_BackendProvidesTheChallenge_TheVehicleSignsIt()
    {
        var watcher = new Watcher();
        var challenge = ExiBytes.FromHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
        var secc = new SeccHost(SeccState.Initial(Samples.AcCharger), _devices, new Backend { Challenge = challenge }, new Signatures(), _time) { Observer = watcher };
        var (_, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle.WithContract(), null);
        await RunAsync(secc, evcc, isTls: true);
        var signed = V2G_Message.Decode(watcher.Evidence.Single(e => e.Kind is EvidenceKind.Authorization).Exi.Span);
        Assert.Equal(challenge, Assert.IsType<AuthorizationReq>(signed.Body.BodyElement).GenChallenge);
    }

    [Fact]
    public async Task RunAsync_TwoSessions_HaveDifferentIdsAndChallenges()
    {
        var seen = new HashSet<ExiBytes>();
        for (var i = 0; i < 2; i++)
        {
            var watcher = new Watcher();
            var (secc, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle.WithContract(), watcher);
            var (charger, _) = await RunAsync(secc, evcc, isTls: true);
            var signed = V2G_Message.Decode(watcher.Evidence.Single(e => e.Kind is EvidenceKind.Authorization).Exi.Span);
            Assert.True(seen.Add(charger.State.SessionID));
            Assert.True(seen.Add(((AuthorizationReq)signed.Body.BodyElement!).GenChallenge!.Value));
        }
    }

    [Fact]
    public async Task RunAsync_RealCredentials_EverythingSignedVerifies()
    {
        using var pki = ThrowAwayPki.Create(Samples.Start);
        var watcher = new Watcher();
        var secc = new SeccHost(
            SeccState.Initial(Samples.AcCharger with { ReceiptEveryWh = 1_000 }),
            _devices,
            new ChainBackend(pki),
            new HeaderSignatureVerifier(),
            _time) { Observer = watcher };
        var evcc = Vehicle(pki.Contract);
        var (charger, vehicle) = await RunAsync(secc, evcc, isTls: true);
        Assert.Equal(TerminationReason.Completed, charger.Reason);
        Assert.Null(vehicle.State.PeerCode);
        var receipts = watcher.Evidence.Where(e => e.Kind is EvidenceKind.MeteringReceipt).Select(e => V2G_Message.Decode(e.Exi.Span)).ToList();
        Assert.True(receipts.Count >= 2);
        Assert.All(receipts, receipt => Assert.True(XmlSignatureVerifier.Verify(
            receipt.Header.Signature, SignedElement.Of((MeteringReceiptReq)receipt.Body.BodyElement!), pki.Contract.Leaf).IsValid));
    }

    [Fact]
    public async Task RunAsync_KeyOfAnotherContract_IsASignatureError()
    {
        using var pki = ThrowAwayPki.Create(Samples.Start);
        using var other = ECDsaSigner.Generate();
        var secc = new SeccHost(SeccState.Initial(Samples.AcCharger), _devices, new ChainBackend(pki), new HeaderSignatureVerifier(), _time);
        var (_, vehicle) = await RunAsync(secc, Vehicle(pki.Contract with { Signer = other }), isTls: true);
        Assert.Equal(ResponseCodeType.FAILED_SignatureError, vehicle.State.PeerCode);
    }

    [Theory]
    [InlineData(PkiDefect.LeafExpired, ResponseCodeType.FAILED_CertificateExpired)]
    [InlineData(PkiDefect.LeafNotYetValid, ResponseCodeType.FAILED_CertificateExpired)]
    [InlineData(PkiDefect.WrongRoot, ResponseCodeType.FAILED_CertChainError)]
    [InlineData(PkiDefect.LeafRevoked, ResponseCodeType.FAILED_CertificateRevoked)]
    public async Task RunAsync_BadContract_IsToldByItsCode(PkiDefect defect, ResponseCodeType code)
    {
        using var pki = ThrowAwayPki.Create(Samples.Start);
        var bad = pki.Issue(CertificateUse.Contract, defect);
        var secc = new SeccHost(SeccState.Initial(Samples.AcCharger), _devices, new ChainBackend(pki, bad.Evidence), new HeaderSignatureVerifier(), _time);
        var (_, vehicle) = await RunAsync(secc, Vehicle(bad.Credential), isTls: true);
        Assert.Equal(code, vehicle.State.PeerCode);
    }

    [Fact]
    public async Task RunAsync_BackendThrows_IsARefusalAndNoCrash()
    {
        var (near, far) = DuplexPipe.CreatePair();
        var secc = new SeccHost(
            SeccState.Initial(Samples.AcCharger), _devices, new BrokenBackend(), new Signatures(), _time);
        var (_, evcc) = Hosts(Samples.AcCharger, Samples.AcVehicle.WithContract(), null);
        var charging = secc.RunAsync(new V2gtpConnection(near), true, _watchdog.Token);
        var vehicle = await evcc.RunAsync(new V2gtpConnection(far), true, _watchdog.Token);
        Assert.Equal(ResponseCodeType.FAILED_CertChainError, vehicle.State.PeerCode);
        Assert.Equal(TerminationReason.NotAuthorised, (await charging).Reason);
    }

    private (SeccHost Secc, EvccHost Evcc) Hosts(SeccOptions charger, EvccOptions vehicle, Watcher? watcher)
    {
        var secc = new SeccHost(SeccState.Initial(charger), _devices, new Backend(), new Signatures(), _time) { Observer = watcher };
        var evcc = new EvccHost(EvccState.Initial(vehicle with { Timings = Timings }, Samples.Battery), _devices, new Signatures(), new Signatures(), _time);
        _devices.WhenCharged = () => evcc.Post(new EvccInput.StopRequested("enough"));
        return (secc, evcc);
    }

    private async Task<(SeccResult Charger, EvccResult Vehicle)> RunAsync(SeccHost secc, EvccHost evcc, bool isTls)
    {
        var (near, far) = DuplexPipe.CreatePair();
        var charging = secc.RunAsync(new V2gtpConnection(near), isTls, _watchdog.Token);
        var vehicle = await evcc.RunAsync(new V2gtpConnection(far), isTls, _watchdog.Token);
        return (await charging, vehicle);
    }

    private EvccHost Vehicle(Credential contract)
    {
        var options = Samples.AcVehicle with { Payment = PaymentPreference.ContractOnly, Contract = EvccContract.Of(contract), Timings = Timings };
        var evcc = new EvccHost(
            EvccState.Initial(options, Samples.Battery), _devices, new CredentialSigner(contract), new HeaderSignatureVerifier(), _time);
        _devices.WhenCharged = () => evcc.Post(new EvccInput.StopRequested("enough"));
        return evcc;
    }

    private class ChainBackend(ThrowAwayPki pki, RevocationEvidence? evidence = null) : ISeccBackend
    {
        public ValueTask<ContractVerdict> VerifyContractAsync(string eMAID, CertificateChainType chain, DateTimeOffset at, CancellationToken cancellationToken) =>
            new(ContractChains.Judge(eMAID, chain, at, pki.Anchors, evidence ?? pki.Evidence, ChainPolicy.Default, out _));
    }

    private sealed class Watcher : ISessionObserver<SeccStep>
    {
        public List<(EvidenceKind Kind, ExiBytes Exi)> Evidence { get; } = [];

        public void Stepped(SeccStep step)
        {
        }

        public void EvidenceObserved(EvidenceKind kind, ExiBytes exi) => Evidence.Add((kind, exi));
    }

    private sealed class Backend : ISeccBackend
    {
        public ExiBytes? Challenge { get; init; }

        public ValueTask<ExiBytes?> ProvideChallengeAsync(CancellationToken cancellationToken) => new(Challenge);

        public ValueTask<ContractVerdict> VerifyContractAsync(string eMAID, CertificateChainType chain, DateTimeOffset at, CancellationToken cancellationToken) =>
            new(ContractVerdict.Valid);

        public ValueTask<SignatureType?> SignTariffsAsync(ExiList<SalesTariffType> tariffs, CancellationToken cancellationToken) => new(Samples.Signature);
    }

    private sealed class BrokenBackend : ISeccBackend
    {
        public ValueTask<ContractVerdict> VerifyContractAsync(string eMAID, CertificateChainType chain, DateTimeOffset at, CancellationToken cancellationToken) =>
            throw new IOException("the backend is not there");
    }

    private sealed class Signatures : IContractSigner, ISignatureVerifier
    {
        public ValueTask<SignatureType?> SignAsync(SignaturePurpose purpose, BodyBaseType element, CancellationToken cancellationToken) => new(Samples.Signature);

        public ValueTask<bool> VerifyAsync(SignatureCheck check, CancellationToken cancellationToken) => new(check.Message.Header.Signature == Samples.Signature);
    }

    private sealed class Devices : ISeccDevices, IEvccDevices
    {
        private Action<SeccInput> _toSecc = _ => { };
        private Action<EvccInput> _toEvcc = _ => { };
        private decimal _volts;

        public Action WhenCharged { get; set; } = () => { };

        public bool Contactor { get; private set; }

        public bool VehicleContactor { get; private set; }

        public ulong EnergyWh { get; private set; }

        public void Attach(Action<SeccInput> report) => _toSecc = report;

        public void Attach(Action<EvccInput> report) => _toEvcc = report;

        public ValueTask SetContactorAsync(bool closed, PowerPurpose purpose, CancellationToken cancellationToken)
        {
            Contactor = closed;
            _toSecc(new SeccInput.ContactorReported(closed));
            return default;
        }

        public ValueTask<MeterReading?> ReadMeterAsync(CancellationToken cancellationToken)
        {
            if (Contactor && (EnergyWh += 100) % 3_000 == 0)
            {
                WhenCharged();
            }

            return new(new MeterReading("METER1", EnergyWh, Samples.Start));
        }

        public ValueTask<IsolationLevelType> CheckCableAsync(CancellationToken cancellationToken) => new(IsolationLevelType.Valid);

        public ValueTask SetDcTargetAsync(decimal voltageV, decimal currentA, CancellationToken cancellationToken)
        {
            _volts = voltageV;
            _toSecc(new SeccInput.DcMeasured(new(_volts, Contactor && VehicleContactor ? currentA : 0)));
            return default;
        }

        public ValueTask SetControlPilotAsync(bool ready, CancellationToken cancellationToken)
        {
            _toSecc(new SeccInput.ControlPilotReported(ready ? ControlPilotState.C : ControlPilotState.B));
            return default;
        }

        public ValueTask SetContactorAsync(bool closed, CancellationToken cancellationToken)
        {
            VehicleContactor = closed;
            _toEvcc(new EvccInput.ContactorReported(closed));
            return default;
        }
    }
}
