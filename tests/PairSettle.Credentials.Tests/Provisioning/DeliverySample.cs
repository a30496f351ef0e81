using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Provisioning;
using PairSettle.Testing.Pki;

namespace PairSettle.Credentials.Tests.Provisioning;

/// <summary>A provisioning service, a vehicle and a contract of one edition, with every chain verified.</summary>
internal sealed class DeliverySample : IDisposable
{
    private readonly ThrowAwayPki _pki;

    public DeliverySample(Iso15118Edition edition)
    {
        var part20 = edition == Iso15118Edition.Iso15118_20;
        _pki = ThrowAwayPki.Create(PkiFixture.Now, new PkiHierarchyOptions { Edition = edition });
        Provider = Verify(_pki.CertificateProvisioning, CertificateUse.CertificateProvisioning, edition);
        Vehicle = Verify(_pki.OemProvisioning, CertificateUse.OemProvisioning, edition);
        VehicleKey = AgreementOf(_pki.OemProvisioning);
        ContractKey = KeyOf(_pki.Contract);
        Contract = _pki.Contract.Leaf;
        PresentContract = Verify(_pki.Contract, CertificateUse.Contract, edition);
        Charger = Verify(_pki.Secc, CertificateUse.Secc, edition);
        Assert.True(Pcid.TryParse(_pki.OemProvisioning.Leaf.Subject.CommonName, out var pcid));
        Scheme = part20 ? ContractKeyScheme.Iso15118Part20(Iso20KeyDerivation.ConcatenationWithParties, pcid) : ContractKeyScheme.Iso15118Part2;
    }

    public ContractKeyScheme Scheme { get; }

    public VerifiedChain Provider { get; }

    public VerifiedChain Vehicle { get; }

    public VerifiedChain Charger { get; }

    public VerifiedChain PresentContract { get; }

    public ECDiffieHellmanAgreement VehicleKey { get; }

    public Certificate Contract { get; }

    public ECDsa ContractKey { get; }

    public string VehiclePem => ((ECDsaSigner)_pki.OemProvisioning.Signer).ExportPkcs8Pem();

    public ECDiffieHellmanAgreement PresentContractKey => AgreementOf(_pki.Contract);

    public ContractKeyEnvelope Seal()
    {
        Assert.True(ContractKeyDelivery.TrySeal(Scheme, ContractKey, Contract, Vehicle, out var envelope, out var fault), fault.ToString());
        return envelope;
    }

    public ContractKeyOpening Opening(ContractKeyEnvelope envelope) => new()
    {
        Envelope = envelope,
        Contract = Contract,
        Provider = Provider,
        IsSignedBy = signer => signer.Equals(Provider.Leaf),
        Recipient = Vehicle.Leaf,
        RecipientKey = VehicleKey,
    };

    public ProvisioningFault Open(ContractKeyOpening opening, ContractKeyScheme? scheme = null)
    {
        var opened = ContractKeyDelivery.TryOpen(scheme ?? Scheme, opening, out var key, out var fault);
        Assert.Equal(opened, fault == ProvisioningFault.None);
        Assert.Equal(opened, key is not null);
        key?.Dispose();
        return fault;
    }

    public void Dispose()
    {
        VehicleKey.Dispose();
        ContractKey.Dispose();
        _pki.Dispose();
    }

    public static ECDiffieHellmanAgreement AgreementOf(Credential credential)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(((ECDsaSigner)credential.Signer).ExportPkcs8Pem());
        return new ECDiffieHellmanAgreement(key);
    }

    public static ECDsa KeyOf(Credential credential)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(((ECDsaSigner)credential.Signer).ExportPkcs8Pem());
        return key;
    }

    /// <summary>A contract certificate whose key identifier has the eight octets of ISO 15118-20.</summary>
    public static Certificate WithShortIdentifier(ECDsa key)
    {
        var request = new CertificateRequest("CN=DE8AA0012345670, DC=MO", key, HashAlgorithmName.SHA512);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, X509SubjectKeyIdentifierHashAlgorithm.ShortSha1, critical: false));
        using var made = request.CreateSelfSigned(PkiFixture.Now, PkiFixture.Now.AddDays(1));
        return Certificate.Parse(made.RawData);
    }

    private VerifiedChain Verify(Credential credential, CertificateUse use, Iso15118Edition edition)
    {
        var report = ChainVerifier.Verify(new ChainRequest
        {
            Leaf = credential.Leaf,
            Intermediates = credential.Intermediates,
            Anchors = _pki.Anchors,
            Use = use,
            At = PkiFixture.Now,
            Evidence = _pki.Evidence,
            Policy = ChainPolicy.Default with { Edition = edition },
        });
        Assert.True(report.Chain is not null, report.ToString());
        return report.Chain;
    }
}
