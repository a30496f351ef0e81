using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Provisioning;
using PairSettle.Testing.Pki;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// Sealed contract keys of one vehicle and one contract, whose private keys are known numbers, so that a kept envelope opens in every run. The
/// delivery counts as signed: what a damaged one is refused for must be its own fault.
/// </summary>
internal sealed class EnvelopeTarget : CredentialTarget
{
    private const byte VehicleNumber = 0x22;
    private const byte ContractNumber = 0x33;

    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<CredentialKind, (ContractKeyScheme Scheme, ContractKeyOpening Opening)> _deliveries;
    private readonly HashSet<ContractKeyEnvelope> _genuine = [];

    /// <summary>Makes vehicle, contract and provisioning service.</summary>
    public EnvelopeTarget()
    {
        using var pki = ThrowAwayPki.Create(At);
        var provider = ChainVerifier.Verify(new()
        {
            Leaf = pki.CertificateProvisioning.Leaf,
            Intermediates = pki.CertificateProvisioning.Intermediates,
            Anchors = pki.Anchors,
            Use = CertificateUse.CertificateProvisioning,
            At = At,
            Policy = ChainPolicy.WithoutRevocation,
        }).Chain!;
        _ = Pcid.TryParse("WMIV1234567890ABCD", out var pcid);
        _deliveries = new()
        {
            [CredentialKind.EnvelopeOfPart2] = (ContractKeyScheme.Iso15118Part2, Opening(pki, provider, ECCurve.NamedCurves.nistP256)),
            [CredentialKind.EnvelopeOfPart20] = (
                ContractKeyScheme.Iso15118Part20(Iso20KeyDerivation.ConcatenationWithParties, pcid!), Opening(pki, provider, ECCurve.NamedCurves.nistP521)),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [.. _deliveries.Keys];

    /// <summary>Seals the contract's key anew.</summary>
    public byte[] Seal(CredentialKind kind)
    {
        var (scheme, opening) = _deliveries[kind];
        var curve = CurveEncoding.Curve(scheme.KeyAlgorithm);
        using var contract = ECDsa.Create(Key(curve, ContractNumber));
        using var sender = ECDiffieHellman.Create(curve);
        var envelope = ContractKeyDelivery.Seal(
            scheme, contract, opening.Contract, opening.Recipient, sender, RandomNumberGenerator.GetBytes(scheme.IvLength), out _)!;
        return DerTree.Around(0x30, [DerTree.Leaf(0x04, envelope.SenderPublicKey.ToArray()), DerTree.Leaf(0x04, envelope.EncryptedPrivateKey.ToArray())]).Encode();
    }

    /// <inheritdoc/>
    public override void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds) =>
        _genuine.UnionWith(seeds.Where(seed => _deliveries.ContainsKey(seed.Kind)).Select(static seed => Envelope(seed.Octets)));

    /// <inheritdoc/>
    public override object Prepare(CredentialKind kind, byte[] octets) => _deliveries[kind].Opening with { Envelope = Envelope(octets) };

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input) =>
        ContractKeyDelivery.TryOpen(_deliveries[kind].Scheme, (ContractKeyOpening)input, out var key, out var fault)
            ? Outcome.Of(key)
            : Outcome.Refused(fault.ToString());

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        using var key = (ECDsa)accepted;
        var isContracts = key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(_deliveries[kind].Opening.Contract.SubjectPublicKeyInfo.Span);
        problem = !isContracts ? "opened, and another key than the contract's"
            : _genuine.Contains(Envelope(octets)) ? null
            : "damaged, and opened all the same";
        return string.Empty;
    }

    private static ContractKeyEnvelope Envelope(byte[] octets) => DerTree.Parse(octets) is { Children: [var sender, var encrypted, ..] }
        ? new(sender.Inner(), encrypted.Inner())
        : new(octets, octets);

    private static ContractKeyOpening Opening(ThrowAwayPki pki, VerifiedChain provider, ECCurve curve)
    {
        var vehicle = ECDiffieHellman.Create(Key(curve, VehicleNumber));
        using var contract = ECDsa.Create(Key(curve, ContractNumber));
        return new()
        {
            Envelope = new(default, default),
            Contract = pki.Hierarchy.MoSub2.Issue(Order(CertificateTemplate.Contract, contract.ExportSubjectPublicKeyInfo())),
            Provider = provider,
            IsSignedBy = static _ => true,
            Recipient = pki.Hierarchy.OemSub2.Issue(Order(CertificateTemplate.OemProvisioning, vehicle.ExportSubjectPublicKeyInfo())),
            RecipientKey = new ECDiffieHellmanAgreement(vehicle),
        };
    }

    // The key identifier has the eight octets that ISO 15118-20 authenticates.
    private static CertificateOrder Order(CertificateTemplate template, byte[] key) => new()
    {
        Template = template,
        Subject = DistinguishedName.Create("WMIV1234567890ABCD", domainComponent: template.DomainComponent),
        SubjectPublicKeyInfo = key,
        SubjectKeyIdentifier = new byte[] { 0x40, 1, 2, 3, 4, 5, 6, 7 },
        SerialNumber = SerialNumbers.Random(),
        NotBefore = At,
        NotAfter = At.AddDays(30),
    };

    // Both curves have more than 255 bits.
    private static ECParameters Key(ECCurve curve, byte number)
    {
        var octets = new byte[curve.Oid.FriendlyName == ECCurve.NamedCurves.nistP256.Oid.FriendlyName ? 32 : 66];
        octets.AsSpan(octets.Length - 31).Fill(number);
        return new() { Curve = curve, D = octets };
    }
}
