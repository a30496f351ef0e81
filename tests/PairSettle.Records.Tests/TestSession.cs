using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;
using PairSettle.Testing.Pki;

namespace PairSettle.Records.Tests;

/// <summary>
/// One honest session from hello to half-records. Every part can be changed just before it is signed, and every signer can be replaced,
/// so that a test says only what is wrong.
/// </summary>
internal sealed class TestSession
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<ThrowAwayPki> SharedPki = new(() => ThrowAwayPki.Create(Now));

    public const string EvseId = "DE*ABC*E0001*1";
    public const string MeterSerial = "PS-METER-0001";
    public const long StartWh = 1_000_000;
    public const long ChargerWh = 11_200;
    public const long VehicleWh = 11_080;

    public static ThrowAwayPki SharedKeys => SharedPki.Value;

    public ThrowAwayPki Pki { get; init; } = SharedPki.Value;

    public Credential? Charger { get; init; }

    public Credential? Contract { get; init; }

    public Credential? TariffIssuer { get; init; }

    public Credential? RoamingIssuer { get; init; }

    public Credential? MeterIssuer { get; init; }

    public Credential? PolicyIssuer { get; init; }

    public RevocationEvidence? ExtraEvidence { get; init; }

    public Func<Declaration, Declaration> OnTariff { get; init; } = same => same;

    public Func<Declaration, Declaration> OnRoaming { get; init; } = same => same;

    public Func<Declaration, Declaration> OnMeter { get; init; } = same => same;

    public Func<Declaration, Declaration>? OnPolicy { get; init; }

    public Func<Offer, Offer> OnOffer { get; init; } = same => same;

    public Func<Acceptance, Acceptance> OnAcceptance { get; init; } = same => same;

    public Func<Checkpoint, Checkpoint> OnCheckpoint { get; init; } = same => same;

    public Func<CheckpointAck, CheckpointAck> OnAck { get; init; } = same => same;

    public Func<HalfRecord, HalfRecord> OnChargerHalf { get; init; } = same => same;

    public Func<HalfRecord, HalfRecord> OnVehicleHalf { get; init; } = same => same;

    public Func<MeterStatement, MeterStatement> OnEndMeter { get; init; } = same => same;

    public Func<List<Attachment>, List<Attachment>> OnAttachments { get; init; } = same => same;

    /// <summary>What the disclosure of the contract says; null for the truth.</summary>
    public string? Identity { get; init; }

    /// <summary>What the disclosure of the place is bound to; null for this session.</summary>
    public Digest? LocationContext { get; init; }

    /// <summary>Whether commitments are opened.</summary>
    public bool Disclose { get; init; } = true;

    /// <summary>Whether the halves are of the offer alone, as for a vehicle that does not pair.</summary>
    public bool Unaccepted { get; init; }

    /// <summary>The nonce of the vehicle; another number is another session.</summary>
    public byte Number { get; init; } = 1;

    public static Tariff DefaultTariff { get; } = new()
    {
        Id = "AC-2026",
        Currency = Currency.Euro,
        Elements =
        [
            new(
            [
                new() { Dimension = PriceDimension.Flat, Price = 0.50m, Taxes = [new("VAT", 19)] },
                new() { Dimension = PriceDimension.Energy, Price = 0.39m, Taxes = [new("VAT", 19)] },
            ]),
        ],
    };

    public static Digest HashOf(Certificate certificate) => new(certificate.Sha256.Span);

    public static ExiList<Digest> Chain(Credential credential) =>
        ExiList.Create<Digest>([HashOf(credential.Leaf), .. credential.Intermediates.Select(HashOf)]);

    public PairRecord Build()
    {
        var charger = Charger ?? Pki.Secc;
        var contract = Contract ?? Pki.Contract;
        var evidence = ExtraEvidence is null ? Pki.Evidence : Pki.Evidence.Merge(ExtraEvidence);
        var evidenceHashes = ExiList.Create<Digest>([.. evidence.Items.Select(item => new Digest(item.Sha256.Span))]);

        var tariff = SignDeclaration(
            TariffIssuer ?? Pki.CpoDeclarationSigner, AuthorityRole.ChargePointOperator, 1, new TariffBody(DefaultTariff), OnTariff);
        var roaming = SignDeclaration(
            RoamingIssuer ?? Pki.MoDeclarationSigner,
            AuthorityRole.MobilityOperator,
            2,
            new RoamingBody
            {
                Tariffs = [tariff.ContentHash],
                Liability = LiabilityClass.MobilityOperator,
                Caps = new() { EnergyWh = 80_000, Amount = new(10_000, Currency.Euro), Duration = TimeSpan.FromHours(12) },
                MaxEvidenceAge = TimeSpan.FromDays(2),
            },
            declaration => OnRoaming(declaration with
            {
                Scope = new() { Contracts = [new(Pki.Anchors.AnchorsOf(AuthorityRole.MobilityOperator)[0].Sha256.Span)] },
            }));
        var meter = SignDeclaration(
            MeterIssuer ?? Pki.MeterDeclarationSigner,
            AuthorityRole.Meter,
            3,
            new MeterBody
            {
                MeterSerial = MeterSerial,
                PublicKey = ExiBytes.Copy(Pki.Meter.Leaf.SubjectPublicKeyInfo.Span),
                EvseIds = [EvseId],
                Accuracy = MeterClass.B,
            },
            OnMeter);
        var policy = OnPolicy is null
            ? null
            : SignDeclaration(PolicyIssuer ?? Pki.FleetDeclarationSigner, AuthorityRole.Fleet, 4, new PolicyBody(), OnPolicy);

        var hello = new Hello
        {
            Versions = [1],
            Nonce = Fill(32, Number),
            ContractChain = ExiList.Create<ExiBytes>([.. Certificates(contract).Select(c => ExiBytes.Copy(c.RawData.Span))]),
        };
        var nonceContext = Disclosure.NonceContext(hello.Nonce, Fill(32, 0xC0));
        var identity = new Disclosure
        {
            Field = SensitiveField.ContractIdentity, Context = nonceContext, Salt = Fill(16, 0x51), Value = Identity ?? Pki.EMAID,
        };
        var location = new Disclosure
        {
            Field = SensitiveField.EvseLocation, Context = LocationContext ?? nonceContext, Salt = Fill(16, 0x52), Value = "52.5200,13.4050",
        };

        var offer = SignedPart.Sign(
            OnOffer(new()
            {
                Hello = hello.Hash,
                VehicleNonce = hello.Nonce,
                ChargerNonce = Fill(32, 0xC0),
                Channel = new("tls-server-end-point", Fill(32, 0xCB)),
                ChargerChain = Chain(charger),
                ContractChain = Chain(contract),
                EvseId = EvseId,
                Tariff = tariff.ContentHash,
                Roaming = roaming.ContentHash,
                Policies = policy is null ? [] : [policy.ContentHash],
                Meters = [meter.ContentHash],
                Evidence = evidenceHashes,
                Liability = LiabilityClass.MobilityOperator,
                Caps = new() { EnergyWh = 60_000, Amount = new(5_000, Currency.Euro), Duration = TimeSpan.FromHours(10) },
                Slice = new(1_000, new(100, Currency.Euro), TimeSpan.FromMinutes(5)),
                Tolerance = new(50, 20_000),
                Rounding = RoundingRule.TotalHalfUp,
                MaxEvidenceAge = TimeSpan.FromDays(1),
                StartMeter = SignMeter(Meter(StartWh, 0, At(5))),
                OfferedAt = At(5),
                AcceptWithin = TimeSpan.FromSeconds(30),
                Commitments = [location.ToCommitment()],
            }),
            charger);
        var acceptance = SignedPart.Sign(
            OnAcceptance(new()
            {
                Offer = offer.ContentHash,
                ContractChain = Chain(contract),
                ChargerCertificate = HashOf(charger.Leaf),
                Caps = new() { EnergyWh = 40_000, Amount = new(4_000, Currency.Euro), Duration = TimeSpan.FromHours(8) },
                Evidence = evidenceHashes,
                AcceptedAt = At(6),
                Commitments = [identity.ToCommitment()],
            }),
            contract);
        var agreement = new Agreement(offer.Content, Unaccepted ? null : acceptance.Content).Hash;

        var cost = new CostBreakdownOf(DefaultTariff, ChargerWh, TimeSpan.FromMinutes(30));
        var checkpoint = SignedCheckpoint.Sign(
            OnCheckpoint(new()
            {
                Agreement = agreement,
                Sequence = 7,
                Previous = Digest.Of([7]),
                Meter = SignMeter(Meter(StartWh + ChargerWh, 0, At(1_810))),
                ImportWh = ChargerWh,
                ExportWh = 0,
                Elapsed = TimeSpan.FromMinutes(30),
                Cost = cost.Total,
                At = At(1_810),
            }),
            charger.Signer);
        var ack = SignedCheckpointAck.Sign(
            OnAck(new()
            {
                Agreement = agreement,
                Sequence = checkpoint.Content.Sequence,
                Checkpoint = checkpoint.Content.Hash,
                ImportWh = VehicleWh,
                ExportWh = 0,
                At = At(1_811),
            }),
            contract.Signer);

        var common = new HalfRecord
        {
            Role = PartyRole.Charger,
            Agreement = agreement,
            OwnCertificate = HashOf(charger.Leaf),
            PeerCertificate = HashOf(contract.Leaf),
            StartedAt = At(10),
            EndedAt = At(1_810),
            EndReason = EndReason.VehicleStopped,
            ImportWh = ChargerWh,
            ExportWh = 0,
            Tariff = tariff.ContentHash,
            CostBeforeTaxes = cost.BeforeTaxes,
            Cost = cost.Total,
            LastCheckpoint = new(checkpoint.Content.Sequence, checkpoint.Content.Hash),
            Device = new()
            {
                RecordCounter = 42,
                BootCounter = 3,
                PreviousRecord = Digest.Of([41]),
                CumulativeImportWh = 500_000,
                CumulativeExportWh = 0,
                CumulativeCost = new(20_000, Currency.Euro),
            },
        };
        var chargerHalf = SignedPart.Sign(
            OnChargerHalf(common with
            {
                EndMeter = SignMeter(OnEndMeter(Meter(StartWh + ChargerWh, 0, At(1_810)))),
                Periods = [new() { Kind = UsageKind.Charging, Duration = TimeSpan.FromMinutes(30), ImportWh = ChargerWh }],
            }),
            charger);
        var vehicleHalf = SignedPart.Sign(
            OnVehicleHalf(common with
            {
                Role = PartyRole.Vehicle,
                OwnCertificate = HashOf(contract.Leaf),
                PeerCertificate = HashOf(charger.Leaf),
                ImportWh = VehicleWh,
                StartedAt = At(11),
                EndedAt = At(1_811),
                Device = common.Device with { RecordCounter = 9, PeerHead = new(40, Digest.Of([40])) },
            }),
            contract);

        List<Attachment> attachments =
        [
            .. new[]
            {
                charger, contract, TariffIssuer ?? Pki.CpoDeclarationSigner, RoamingIssuer ?? Pki.MoDeclarationSigner,
                MeterIssuer ?? Pki.MeterDeclarationSigner,
            }.SelectMany(Certificates).Select(c => Attach(AttachmentKind.Certificate, c.RawData)),
            .. evidence.Items.Select(item => Attach(AttachmentKind.Evidence, item.RawData)),
            Attach(AttachmentKind.Declaration, tariff.Encoded),
            Attach(AttachmentKind.Declaration, roaming.Encoded),
            Attach(AttachmentKind.Declaration, meter.Encoded),
        ];
        if (policy is not null)
        {
            attachments.Add(Attach(AttachmentKind.Declaration, policy.Encoded));
            attachments.AddRange(Certificates(PolicyIssuer ?? Pki.FleetDeclarationSigner).Select(c => Attach(AttachmentKind.Certificate, c.RawData)));
        }

        if (Disclose)
        {
            attachments.Add(Attach(AttachmentKind.Disclosure, identity.ToDer()));
            attachments.Add(Attach(AttachmentKind.Disclosure, location.ToDer()));
        }

        return new()
        {
            Offer = offer,
            Acceptance = acceptance,
            LastCheckpoint = checkpoint,
            LastAck = ack,
            ChargerHalf = chargerHalf,
            VehicleHalf = vehicleHalf,
            Attachments = ExiList.Create<Attachment>([.. OnAttachments([.. attachments.Distinct()])]),
        };
    }

    public static Attachment Attach(AttachmentKind kind, ReadOnlyMemory<byte> encoded) => new(kind, ExiBytes.Copy(encoded.Span));

    public static IEnumerable<Certificate> Certificates(Credential credential) => [credential.Leaf, .. credential.Intermediates];

    public static QualifiedTime At(int seconds) => new(Now.AddSeconds(seconds), TimeQuality.Synchronised);

    public static ExiBytes Fill(int count, byte value) => ExiBytes.Copy(Enumerable.Repeat(value, count).ToArray());

    public MeterStatement SignMeter(MeterStatement statement) => statement.Attestation is not null
        ? statement
        : statement with
        {
            Attestation = new MeterAttestation.Signature(ExiBytes.Copy(Pki.Meter.Signer.SignHash(
                System.Security.Cryptography.SHA256.HashData(statement.GetSigningInput())))),
        };

    public static MeterStatement Meter(long importWh, long exportWh, QualifiedTime at) =>
        new() { MeterSerial = MeterSerial, ImportWh = importWh, ExportWh = exportWh, At = at };

    private static SignedPart<Declaration> SignDeclaration(
        Credential issuer, AuthorityRole role, long serial, DeclarationBody body, Func<Declaration, Declaration> change) =>
        SignedPart.Sign(
            change(new()
            {
                Issuer = role,
                IssuerChain = Chain(issuer),
                Serial = serial,
                NotBefore = Now.AddDays(-10),
                NotAfter = Now.AddDays(10),
                Body = body,
            }),
            issuer);

    private sealed class CostBreakdownOf
    {
        public CostBreakdownOf(Tariff tariff, long importWh, TimeSpan duration)
        {
            Assert.True(CostCalculator.TryCompute(
                tariff, Now, [new() { Kind = UsageKind.Charging, Duration = duration, ImportWh = importWh }], out var cost, out _));
            BeforeTaxes = cost.BeforeTaxes;
            Total = cost.Total;
        }

        public Money BeforeTaxes { get; }

        public Money Total { get; }
    }
}
