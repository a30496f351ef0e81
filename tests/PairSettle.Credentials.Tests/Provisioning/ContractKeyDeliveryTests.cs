using System.Security.Cryptography;
using PairSettle.Credentials.Provisioning;

namespace PairSettle.Credentials.Tests.Provisioning;

public sealed class ContractKeyDeliveryTests : IDisposable
{
    private readonly Dictionary<Iso15118Edition, DeliverySample> _samples = [];

    public void Dispose()
    {
        foreach (var sample in _samples.Values)
        {
            sample.Dispose();
        }
    }

    [Theory]
    [InlineData(Iso15118Edition.Iso15118_2, 65, 48)]
    [InlineData(Iso15118Edition.Iso15118_20, 133, 94)]
    public void TryOpen_WhatWasSealed_GivesTheKeyOfTheContract(Iso15118Edition edition, int publicLength, int encryptedLength)
    {
        var sample = Sample(edition);
        var envelope = sample.Seal();
        Assert.Equal((publicLength, encryptedLength), (envelope.SenderPublicKey.Length, envelope.EncryptedPrivateKey.Length));

        Assert.True(ContractKeyDelivery.TryOpen(sample.Scheme, sample.Opening(envelope), out var key, out var fault));
        Assert.Equal(ProvisioningFault.None, fault);
        using var signer = new ECDsaSigner(key);
        var hash = RandomNumberGenerator.GetBytes(signer.Algorithm.HashLength());
        Assert.True(sample.Contract.VerifyHash(hash, signer.SignHash(hash)));
    }

    [Fact]
    public void TrySeal_Twice_SharesNothing()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        var one = sample.Seal();
        var other = sample.Seal();
        Assert.NotEqual(one, other);
        Assert.False(one.SenderPublicKey.Span.SequenceEqual(other.SenderPublicKey.Span));
        Assert.False(one.EncryptedPrivateKey.Span[..16].SequenceEqual(other.EncryptedPrivateKey.Span[..16]));
    }

    [Fact]
    public void TryOpen_Update_UsesTheKeyOfThePresentContract()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var contract = DeliverySample.WithShortIdentifier(key);
        Assert.True(ContractKeyDelivery.TrySeal(sample.Scheme, key, contract, sample.PresentContract, out var envelope, out _));
        using var present = sample.PresentContractKey;
        var opening = sample.Opening(envelope) with { Contract = contract, Recipient = sample.PresentContract.Leaf, RecipientKey = present };
        Assert.Equal(ProvisioningFault.None, sample.Open(opening));
    }

    [Theory]
    [InlineData(Iso15118Edition.Iso15118_2)]
    [InlineData(Iso15118Edition.Iso15118_20)]
    public void TryOpen_KeyThatNeverLeavesItsToken_IsEnough(Iso15118Edition edition)
    {
        var sample = Sample(edition);
        using var token = new TokenKey(sample.VehicleKey.Algorithm);
        var vehicle = token.Certify(sample.Vehicle);
        Assert.True(ContractKeyDelivery.TrySeal(sample.Scheme, sample.ContractKey, sample.Contract, vehicle, out var envelope, out _));
        using var key = new ECDiffieHellmanAgreement(token, leaveOpen: true);
        Assert.Equal(ProvisioningFault.None, sample.Open(sample.Opening(envelope) with { Recipient = vehicle.Leaf, RecipientKey = key }));
        Assert.Throws<CryptographicException>(() => token.ExportParameters(includePrivateParameters: true));
    }

    [Fact]
    public void TryOpen_Signature_IsAskedBeforeTheKeyIsUsed()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        var key = new CountingAgreement(sample.VehicleKey);
        var opening = sample.Opening(sample.Seal()) with { RecipientKey = key };

        Assert.Equal(ProvisioningFault.SignatureInvalid, sample.Open(opening with { IsSignedBy = _ => false }));
        Assert.Equal(ProvisioningFault.ProviderUseWrong, sample.Open(opening with { Provider = sample.Charger, IsSignedBy = _ => throw new InvalidOperationException() }));
        Assert.Equal(0, key.Count);

        var asked = new List<Certificate>();
        Assert.Equal(ProvisioningFault.None, sample.Open(opening with { IsSignedBy = signer => Add(asked, signer, key.Count) }));
        Assert.Equal([sample.Provider.Leaf], asked);
        Assert.Equal(1, key.Count);

        static bool Add(List<Certificate> asked, Certificate signer, int agreed)
        {
            Assert.Equal(0, agreed);
            asked.Add(signer);
            return true;
        }
    }

    [Fact]
    public void TrySeal_Recipient_HasToBeVerifiedForProvisioningAndToAgree()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        Assert.Equal(ProvisioningFault.RecipientUseWrong, Seal(sample.Charger));
        using var token = new TokenKey(KeyAlgorithm.EcP256);
        Assert.Equal(ProvisioningFault.RecipientKeyUsage, Seal(token.Certify(sample.Vehicle, KeyUsage.DigitalSignature)));
        using var larger = new TokenKey(KeyAlgorithm.EcP384);
        Assert.Equal(ProvisioningFault.RecipientKeyUnsuitable, Seal(larger.Certify(sample.Vehicle)));

        ProvisioningFault Seal(VerifiedChain recipient)
        {
            Assert.False(ContractKeyDelivery.TrySeal(sample.Scheme, sample.ContractKey, sample.Contract, recipient, out var envelope, out var fault));
            Assert.Null(envelope);
            return fault;
        }
    }

    [Fact]
    public void TrySeal_KeyAndCertificate_HaveToBelongTogether()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(ContractKeyDelivery.TrySeal(sample.Scheme, other, sample.Contract, sample.Vehicle, out _, out var mismatch));
        Assert.Equal(ProvisioningFault.PrivateKeyMismatch, mismatch);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var certificate = DeliverySample.WithShortIdentifier(larger);
        Assert.False(ContractKeyDelivery.TrySeal(sample.Scheme, larger, certificate, sample.Vehicle, out _, out var unsuitable));
        Assert.Equal(ProvisioningFault.ContractKeyUnsuitable, unsuitable);
    }

    [Theory]
    [InlineData(Iso15118Edition.Iso15118_2)]
    [InlineData(Iso15118Edition.Iso15118_20)]
    public void TryOpen_MalformedFields_AreNamed(Iso15118Edition edition)
    {
        var sample = Sample(edition);
        var envelope = sample.Seal();
        foreach (var length in (int[])[0, 1, envelope.EncryptedPrivateKey.Length - 1])
        {
            Assert.Equal(ProvisioningFault.EnvelopeMalformed, Open(envelope with { EncryptedPrivateKey = envelope.EncryptedPrivateKey[..length] }));
        }

        byte[] longer = [.. envelope.EncryptedPrivateKey.Span, 0];
        Assert.Equal(ProvisioningFault.EnvelopeMalformed, Open(envelope with { EncryptedPrivateKey = longer }));
        Assert.Equal(ProvisioningFault.SenderKeyInvalid, Open(envelope with { SenderPublicKey = default }));
        Assert.Equal(ProvisioningFault.SenderKeyInvalid, Open(envelope with { SenderPublicKey = envelope.SenderPublicKey[1..] }));
        Assert.Equal(ProvisioningFault.SenderKeyInvalid, Open(envelope with { SenderPublicKey = Flip(envelope.SenderPublicKey, ^1) }));
        Assert.Equal(ProvisioningFault.SenderKeyInvalid, Open(envelope with { SenderPublicKey = Flip(envelope.SenderPublicKey, 0) }));

        ProvisioningFault Open(ContractKeyEnvelope damaged) => sample.Open(sample.Opening(damaged));
    }

    [Fact]
    public void TryOpen_Part2_EveryFlippedBitOfTheCiphertextIsFound()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        var envelope = sample.Seal();
        for (var i = 0; i < envelope.EncryptedPrivateKey.Length; i++)
        {
            var fault = sample.Open(sample.Opening(envelope with { EncryptedPrivateKey = Flip(envelope.EncryptedPrivateKey, i) }));
            Assert.True(fault is ProvisioningFault.PrivateKeyMismatch or ProvisioningFault.PrivateKeyOutOfRange, $"octet {i}: {fault}");
        }
    }

    [Fact]
    public void TryOpen_Part20_EverythingIsAuthenticated()
    {
        var sample = Sample(Iso15118Edition.Iso15118_20);
        var envelope = sample.Seal();
        for (var i = 0; i < envelope.EncryptedPrivateKey.Length; i++)
        {
            var damaged = envelope with { EncryptedPrivateKey = Flip(envelope.EncryptedPrivateKey, i) };
            Assert.Equal(ProvisioningFault.DecryptionFailed, sample.Open(sample.Opening(damaged)));
        }

        Assert.True(Pcid.TryParse("WMIX1234567890ABCD", out var otherVehicle));
        Assert.Equal(
            ProvisioningFault.DecryptionFailed,
            sample.Open(sample.Opening(envelope), ContractKeyScheme.Iso15118Part20(Iso20KeyDerivation.ConcatenationWithParties, otherVehicle)));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        Assert.Equal(
            ProvisioningFault.DecryptionFailed, sample.Open(sample.Opening(envelope) with { Contract = DeliverySample.WithShortIdentifier(key) }));
    }

    [Fact]
    public void TryOpen_Part20_ReadingsOfTheDerivationDiffer()
    {
        var sample = Sample(Iso15118Edition.Iso15118_20);
        Assert.True(Pcid.TryParse(sample.Vehicle.Leaf.Subject.CommonName, out var pcid));
        var other = ContractKeyScheme.Iso15118Part20(Iso20KeyDerivation.ConcatenationAlone, pcid);
        Assert.Equal(ProvisioningFault.DecryptionFailed, sample.Open(sample.Opening(sample.Seal()), other));
        Assert.True(ContractKeyDelivery.TrySeal(other, sample.ContractKey, sample.Contract, sample.Vehicle, out var envelope, out _));
        Assert.Equal(ProvisioningFault.None, sample.Open(sample.Opening(envelope), other));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractKeyScheme.Iso15118Part20(default, pcid));
    }

    [Fact]
    public void TrySeal_Part20_NeedsTheIdentifiersThatItBinds()
    {
        var sample = Sample(Iso15118Edition.Iso15118_20);
        Assert.False(ContractKeyDelivery.TrySeal(
            sample.Scheme, sample.ContractKey, sample.Provider.Leaf, sample.Vehicle, out _, out var longIdentifier));
        Assert.Equal(ProvisioningFault.IdentifierUnsuitable, longIdentifier);
        Assert.True(Pcid.TryParse("WMIV1234567890ABC", out var shortPcid));
        Assert.False(ContractKeyDelivery.TrySeal(
            ContractKeyScheme.Iso15118Part20(Iso20KeyDerivation.ConcatenationWithParties, shortPcid),
            sample.ContractKey,
            sample.Contract,
            sample.Vehicle,
            out _,
            out var fault));
        Assert.Equal(ProvisioningFault.IdentifierUnsuitable, fault);
    }

    [Fact]
    public void TryOpen_OwnCertificateAndKey_HaveToFit()
    {
        var sample = Sample(Iso15118Edition.Iso15118_2);
        var opening = sample.Opening(sample.Seal());
        using var present = sample.PresentContractKey;
        Assert.Equal(ProvisioningFault.RecipientKeyUnsuitable, sample.Open(opening with { RecipientKey = present }));
        Assert.Equal(ProvisioningFault.RecipientKeyUsage, sample.Open(opening with { Recipient = sample.Provider.Leaf }));
        var part20 = Sample(Iso15118Edition.Iso15118_20);
        Assert.Equal(ProvisioningFault.ContractKeyUnsuitable, sample.Open(opening with { Contract = part20.Contract }));
    }

    [Fact]
    public void ToCode_Faults_AreNumbersOfTheDocument()
    {
        Assert.Equal("CRED4010", ProvisioningFault.PrivateKeyOutOfRange.ToCode());
        Assert.Empty(ProvisioningFault.None.ToCode());
    }

    private static byte[] Flip(ReadOnlyMemory<byte> octets, Index index)
    {
        var flipped = octets.ToArray();
        flipped[index] ^= 0x01;
        return flipped;
    }

    private DeliverySample Sample(Iso15118Edition edition)
    {
        if (!_samples.TryGetValue(edition, out var sample))
        {
            _samples[edition] = sample = new DeliverySample(edition);
        }

        return sample;
    }

    private sealed class CountingAgreement(ICredentialAgreement inner) : ICredentialAgreement
    {
        public int Count { get; private set; }

        public KeyAlgorithm Algorithm => inner.Algorithm;

        public ReadOnlyMemory<byte> PublicKey => inner.PublicKey;

        public byte[] Agree(ReadOnlySpan<byte> peerPublicKey)
        {
            Count++;
            return inner.Agree(peerPublicKey);
        }
    }
}
