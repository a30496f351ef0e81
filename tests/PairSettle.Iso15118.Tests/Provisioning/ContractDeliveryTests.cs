using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Credentials.Provisioning;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Provisioning;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Testing.Clocks;

namespace PairSettle.Iso15118.Tests.Provisioning;

public sealed class ContractDeliveryTests : IDisposable
{
    private static readonly ExiBytes Session = ExiBytes.FromHex("0102030405060708");

    private readonly DeliveryFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public void Open_InstallationAfterItsWay_GivesTheContract()
    {
        var delivery = Deliver(Install());
        Assert.IsType<CertificateInstallationRes>(delivery.Body.BodyElement);
        AssertAccepted(Open(delivery));
    }

    [Fact]
    public void Open_UpdateAfterItsWay_IsOpenedWithThePresentContract()
    {
        var vehicle = _service.Verify(_service.Pki.Contract.Leaf, _service.Pki.Contract, CertificateUse.Contract);
        Assert.True(ContractDelivery.TryUpdate(_service.Issue(vehicle), out var issued, out var fault), fault.ToString());
        var delivery = Deliver(issued);
        Assert.IsType<CertificateUpdateRes>(delivery.Body.BodyElement);
        AssertAccepted(ContractDelivery.Open(delivery, _service.Pki.Contract.Leaf, _service.PresentContractKey, _service.Trust, Samples.Start));

        // The key of the provisioning certificate is not the one that it was sealed for.
        var wrong = Open(delivery);
        Assert.Equal((ContractDeliveryFault.KeyNotOpened, true), (wrong.Fault, wrong.KeyFault is ProvisioningFault.PrivateKeyMismatch or ProvisioningFault.PrivateKeyOutOfRange));
    }

    [Fact]
    public void TryInstall_VehicleVerifiedForAnotherUse_IsRefused()
    {
        var contract = _service.Verify(_service.Pki.Contract.Leaf, _service.Pki.Contract, CertificateUse.Contract);
        Assert.False(ContractDelivery.TryInstall(_service.Issue(contract), out _, out var install));
        Assert.Equal(ProvisioningFault.RecipientUseWrong, install);
        var oem = _service.Verify(_service.Pki.OemProvisioning.Leaf, _service.Pki.OemProvisioning, CertificateUse.OemProvisioning);
        Assert.False(ContractDelivery.TryUpdate(_service.Issue(oem), out _, out var update));
        Assert.Equal(ProvisioningFault.RecipientUseWrong, update);
        var issue = _service.Issue(oem);
        Assert.Throws<ArgumentException>(() => ContractDelivery.TryInstall(issue with { Contract = _service.Pki.CertificateProvisioning.Leaf }, out _, out _));
    }

    [Fact]
    public void Open_EachSignedPart_IsProtected()
    {
        var issued = Install();
        var response = (CertificateInstallationRes)issued.Response;
        CertificateInstallationRes[] changed =
        [
            response with { eMAID = response.eMAID with { Value = "DE8AA0012345671" } },
            response with { DHpublickey = response.DHpublickey with { Value = Flip(response.DHpublickey.Value) } },
            response with { ContractSignatureEncryptedPrivateKey = response.ContractSignatureEncryptedPrivateKey with { Value = Flip(response.ContractSignatureEncryptedPrivateKey.Value) } },
            response with { ContractSignatureCertChain = response.ContractSignatureCertChain with { SubCertificates = null } },
        ];
        foreach (var body in changed)
        {
            var report = Open(V2G_Message.Create(Session, body, issued.Signature));
            Assert.Equal(ContractDeliveryFault.SignatureInvalid, report.Fault);
            Assert.True(report.Signature!.Has(XmlSignatureFault.DigestMismatch), report.ToString());
            Assert.Null(report.Contract);
        }

        var unsigned = Open(V2G_Message.Create(Session, response));
        Assert.Equal("V2G6004", unsigned.Code);
        Assert.True(unsigned.Signature!.Has(XmlSignatureFault.SignatureMissing));
    }

    [Fact]
    public void Open_ProviderOfAnotherKind_IsNotTrusted()
    {
        // A charger's credential may not sign contracts, whatever it signs correctly.
        var response = (CertificateInstallationRes)Install().Response;
        var secc = _service.Pki.Secc;
        var forged = response with { SAProvisioningCertificateChain = CertificateChains.Of(secc.Leaf, secc.Intermediates) };
        var report = Open(V2G_Message.Create(Session, forged, XmlSignatureBuilder.Sign(SignedElement.PartsOf(forged), secc.Signer)));
        Assert.Equal(ContractDeliveryFault.ProviderNotTrusted, report.Fault);
        Assert.True(report.Provider!.Has(ChainReason.DomainComponentWrong), report.ToString());
        Assert.Null(report.Signature);
    }

    [Fact]
    public void Open_SignedButWrong_IsNamed()
    {
        var response = (CertificateInstallationRes)Install().Response;
        Assert.Equal("V2G6005", Open(Signed(response with { eMAID = response.eMAID with { Value = "DE8AA0012345671" } })).Code);
        var key = response.ContractSignatureEncryptedPrivateKey;
        var damaged = Open(Signed(response with { ContractSignatureEncryptedPrivateKey = key with { Value = Flip(key.Value) } }));
        Assert.Equal("V2G6006", damaged.Code);
        Assert.Contains("CRED401", damaged.ToString(), StringComparison.Ordinal);
        var cut = Open(Signed(response with { ContractSignatureEncryptedPrivateKey = key with { Value = ExiBytes.Copy(key.Value.Span[..32]) } }));
        Assert.Equal(ProvisioningFault.EnvelopeMalformed, cut.KeyFault);
    }

    [Fact]
    public void Open_NoDelivery_IsNotOne()
    {
        Assert.Equal(ContractDeliveryFault.NotADelivery, Open(V2G_Message.Create(Session, new ServiceDiscoveryReq())).Fault);
        var response = (CertificateInstallationRes)Install().Response;
        Assert.Equal("V2G6001", Open(Signed(response with { ResponseCode = ResponseCodeType.FAILED_NoCertificateAvailable })).Code);
        var chain = response.ContractSignatureCertChain with { Certificate = ExiBytes.FromHex("3003020101") };
        Assert.Equal("V2G6002", Open(Signed(response with { ContractSignatureCertChain = chain })).Code);
    }

    [Fact]
    public async Task InstallAsync_DeliveryAfterDelivery_OpensEachWithTheContractBefore()
    {
        var kept = new List<Certificate>();
        using var vehicle = new VehicleCredentials(
            _service.Pki.OemProvisioning, _service.VehicleKey, _service.Trust, time: new ManualTimeProvider(Samples.Start))
        {
            Keep = (contract, _) => Keep(kept, contract),
        };
        Assert.Null(vehicle.Contract);
        var first = await vehicle.InstallAsync(Deliver(Install()), default, default);
        Assert.Equal(_service.Pki.EMAID, first!.EMAID);
        Assert.Equal([vehicle.Contract!.Leaf], kept);

        var present = _service.Verify(vehicle.Contract.Leaf, vehicle.Contract, CertificateUse.Contract);
        Assert.True(ContractDelivery.TryUpdate(_service.Issue(present), out var issued, out _));
        var second = await vehicle.InstallAsync(Deliver(issued), default, default);
        Assert.Equal([Certificate.Parse(first.Chain.Certificate.Memory), vehicle.Contract.Leaf], kept);
        Assert.NotEqual(first.Chain.Certificate, second!.Chain.Certificate);

        // Delivered again, it is sealed for a contract that is no longer the present one.
        Assert.Null(await vehicle.InstallAsync(Deliver(issued), default, default));
        Assert.Equal(2, kept.Count);

        static ValueTask Keep(List<Certificate> kept, DeliveredContract contract)
        {
            kept.Add(contract.Credential.Leaf);
            return default;
        }
    }

    [Fact]
    public async Task InstallAsync_ContractThatCannotBeKept_IsNotUsed()
    {
        var reports = new List<ContractDeliveryReport>();
        using var vehicle = new VehicleCredentials(
            _service.Pki.OemProvisioning, _service.VehicleKey, _service.Trust, time: new ManualTimeProvider(Samples.Start))
        {
            Keep = (_, _) => throw new IOException("the store is full"),
            Reported = reports.Add,
        };
        var delivery = Deliver(Install());
        await Assert.ThrowsAsync<IOException>(async () => await vehicle.InstallAsync(delivery, default, default));
        Assert.Null(vehicle.Contract);
        Assert.Null(await vehicle.InstallAsync(V2G_Message.Create(Session, delivery.Body.BodyElement!), default, default));
        Assert.Null(await vehicle.InstallAsync(V2G_Message.Create(Session, new ServiceDiscoveryReq()), default, default));
        Assert.Equal(["V2G6004", "V2G6001"], reports.Select(report => report.Code));
    }

    private static ExiBytes Flip(ExiBytes octets)
    {
        var flipped = octets.ToArray();
        flipped[^1] ^= 0x01;
        return ExiBytes.Copy(flipped);
    }

    private static V2G_Message Deliver(ProvisioningResult.Issued issued)
    {
        var exi = V2G_Message.Create(Session, issued.Response, issued.Signature).ToExi();
        Assert.True(V2G_Message.TryDecode(exi, out var message, out var error), error.ToString());
        return message;
    }

    private ProvisioningResult.Issued Install()
    {
        var vehicle = _service.Verify(_service.Pki.OemProvisioning.Leaf, _service.Pki.OemProvisioning, CertificateUse.OemProvisioning);
        Assert.True(ContractDelivery.TryInstall(_service.Issue(vehicle), out var issued, out var fault), fault.ToString());
        return issued;
    }

    private V2G_Message Signed(CertificateInstallationRes response) => V2G_Message.Create(
        Session, response, XmlSignatureBuilder.Sign(SignedElement.PartsOf(response), _service.Pki.CertificateProvisioning.Signer));

    private ContractDeliveryReport Open(V2G_Message delivery) =>
        ContractDelivery.Open(delivery, _service.Pki.OemProvisioning.Leaf, _service.VehicleKey, _service.Trust, Samples.Start);

    private void AssertAccepted(ContractDeliveryReport report)
    {
        Assert.True(report.IsAccepted, report.ToString());
        Assert.Empty(report.Code);
        using var contract = report.Contract;
        Assert.Equal(_service.Pki.EMAID, contract.Credential.Leaf.Subject.CommonName);
        Assert.Equal(2, contract.Credential.Intermediates.Length);
        var hash = RandomNumberGenerator.GetBytes(32);
        Assert.True(contract.Credential.Leaf.VerifyHash(hash, contract.Credential.Signer.SignHash(hash)));
    }
}
