using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Provisioning;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Provisioning;

namespace PairSettle.Iso15118.Tests.Session;

/// <content>A vehicle that gets its contract on the way, with every signature real.</content>
public sealed partial class HostTests
{
    [Fact]
    public async Task RunAsync_FirstContract_IsDeliveredOpenedAndCharged()
    {
        using var service = new DeliveryFixture();
        using var credentials = new VehicleCredentials(service.Pki.OemProvisioning, service.VehicleKey, service.Trust, time: _time);
        var vehicle = Samples.AcVehicle with
        {
            Payment = PaymentPreference.ContractOnly,
            Provisioning = new EvccProvisioning.Installation(ExiBytes.Copy(service.Pki.OemProvisioning.Leaf.RawData.Span), Samples.Roots),
            Timings = Timings,
        };
        var charger = Samples.AcCharger with { Services = [GoldenSequenceTests.CertificateService], ReceiptEveryWh = 500 };
        var watcher = new Watcher();
        var secc = new SeccHost(SeccState.Initial(charger), _devices, new ProvisioningBackend(service), new HeaderSignatureVerifier(), _time)
        {
            Observer = watcher,
        };
        var evcc = new EvccHost(EvccState.Initial(vehicle, Samples.Battery), _devices, credentials, new HeaderSignatureVerifier(), _time)
        {
            Contracts = credentials,
        };
        _devices.WhenCharged = () => evcc.Post(new EvccInput.StopRequested("enough"));
        var (ended, result) = await RunAsync(secc, evcc, isTls: true);
        Assert.Equal(TerminationReason.StopRequested, result.Reason);
        Assert.Equal(TerminationReason.Completed, ended.Reason);

        // What the charger has verified was signed with the key that was delivered in this session.
        var shown = V2G_Message.Decode(watcher.Evidence.First(evidence => evidence.Kind is EvidenceKind.ContractChain).Exi.Span);
        Assert.Equal(
            credentials.Contract!.Leaf.RawData.ToArray(),
            Assert.IsType<PaymentDetailsReq>(shown.Body.BodyElement).ContractSignatureCertChain.Certificate.ToArray());
        Assert.NotEqual(service.Pki.Contract.Leaf, credentials.Contract.Leaf);
        Assert.Contains(watcher.Evidence, evidence => evidence.Kind is EvidenceKind.MeteringReceipt);
    }

    private sealed class ProvisioningBackend(DeliveryFixture service) : ChainBackend(service.Pki), ISeccBackend
    {
        public ValueTask<ProvisioningResult> ProvisionAsync(V2G_Message request, ExiBytes raw, CancellationToken cancellationToken) =>
            service.AnswerAsync(request);
    }
}
