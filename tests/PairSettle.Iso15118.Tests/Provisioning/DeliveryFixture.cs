using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Provisioning;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using PairSettle.Testing.Pki;

namespace PairSettle.Iso15118.Tests.Provisioning;

/// <summary>A provisioning service that answers vehicles of one PKI.</summary>
internal sealed class DeliveryFixture : IDisposable
{
    private readonly List<IDisposable> _keys = [];

    public ThrowAwayPki Pki { get; } = ThrowAwayPki.Create(Samples.Start);

    public ContractDeliveryTrust Trust => new(Pki.Anchors, Pki.Evidence, ChainPolicy.Default);

    public ECDiffieHellmanAgreement VehicleKey => AgreementOf(Pki.OemProvisioning);

    public ECDiffieHellmanAgreement PresentContractKey => AgreementOf(Pki.Contract);

    /// <summary>A new contract for a vehicle.</summary>
    public ContractIssue Issue(VerifiedChain vehicle)
    {
        var signer = Own(ECDsaSigner.Generate());
        var authority = Pki.Hierarchy.Authorities.Single(a => a.Certificate.Equals(Pki.Contract.Intermediates[0]));
        var key = Own(ECDsa.Create());
        key.ImportFromPem(signer.ExportPkcs8Pem());
        return new()
        {
            Contract = authority.Issue(new()
            {
                Template = CertificateTemplate.Contract,
                Subject = DistinguishedName.Create(Pki.EMAID, "PairSettle", "DE", "MO"),
                SubjectPublicKeyInfo = signer.SubjectPublicKeyInfo,
                SerialNumber = SerialNumbers.Random(),
                NotBefore = Samples.Start.AddDays(-1),
                NotAfter = Samples.Start.AddDays(300),
            }),
            Intermediates = authority.Chain,
            ContractKey = key,
            Vehicle = vehicle,
            Provider = Pki.CertificateProvisioning,
        };
    }

    /// <summary>What the service answers to a request, whose signature and certificate it verifies as it would in the field.</summary>
    public async ValueTask<ProvisioningResult> AnswerAsync(V2G_Message request)
    {
        var body = request.Body.BodyElement;
        var purpose = body is CertificateUpdateReq ? SignaturePurpose.CertificateUpdate : SignaturePurpose.CertificateInstallation;
        if (!await new HeaderSignatureVerifier().VerifyAsync(new(purpose, request, default, null), default))
        {
            return new ProvisioningResult.Declined(ResponseCodeType.FAILED_SignatureError);
        }

        var leaf = Certificate.Parse((body is CertificateUpdateReq update
            ? update.ContractSignatureCertChain.Certificate
            : ((CertificateInstallationReq)body!).OEMProvisioningCert).Memory);
        var issued = body is CertificateUpdateReq
            ? ContractDelivery.TryUpdate(Issue(Verify(leaf, Pki.Contract, CertificateUse.Contract)), out var result, out var fault)
            : ContractDelivery.TryInstall(Issue(Verify(leaf, Pki.OemProvisioning, CertificateUse.OemProvisioning)), out result, out fault);
        Assert.True(issued, fault.ToString());
        return result!;
    }

    public VerifiedChain Verify(Certificate leaf, Credential like, CertificateUse use)
    {
        var report = ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = like.Intermediates,
            Anchors = Pki.Anchors,
            Use = use,
            At = Samples.Start,
            Evidence = Pki.Evidence,
        });
        return report.Chain ?? throw new InvalidOperationException(report.ToString());
    }

    public void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }

        Pki.Dispose();
    }

    private ECDiffieHellmanAgreement AgreementOf(Credential credential)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(((ECDsaSigner)credential.Signer).ExportPkcs8Pem());
        return Own(new ECDiffieHellmanAgreement(key));
    }

    private T Own<T>(T key)
        where T : IDisposable
    {
        _keys.Add(key);
        return key;
    }
}
