using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;
using PairSettle.Records.Verification;
using PairSettle.Testing.Pki;
using static PairSettle.Records.Verification.FindingOutcome;
using static PairSettle.Records.Verification.RecordCheck;
using static PairSettle.Records.Verification.RecordVerdict;

namespace PairSettle.Records.Tests.Verification;

/// <summary>One way to spoil a record, and the finding that must name the cause.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Build">Makes the record.</param>
/// <param name="Check">The check that must notice.</param>
/// <param name="Outcome">What that check must say.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record Tampering(string Name, Func<PairRecord> Build, RecordCheck Check, FindingOutcome Outcome, RecordVerdict Verdict)
{
    private static readonly Digest Other = Digest.Of([0xFF]);
    private static readonly ThrowAwayPki Pki = TestSession.SharedKeys;
    private static readonly Lazy<ThrowAwayPki> SecondPki = new(static () => ThrowAwayPki.Create(TestSession.Now));

    public RecordPolicy Policy { get; init; } = RecordPolicy.Default;

    public IIsoEvidenceReader Reader { get; init; } = new Iso2EvidenceReader();

    public TrustStore? Trust { get; init; }

    /// <summary>Part of the detail that the finding must give.</summary>
    public string Detail { get; init; } = string.Empty;

    public static ImmutableArray<Tampering> All { get; } = [.. Attachments(), .. Signatures(), .. Chains(), .. Agreements(), .. Limits(),
        .. DeclarationsOf(), .. Policies(), .. Metering(), .. Checkpoints(), .. Halves(), .. Iso(), .. Costs(), .. Times(), .. Devices(),
        .. Disclosures()];

    private static IEnumerable<Tampering> Attachments()
    {
        var foreign = TestSession.Attach(AttachmentKind.Certificate, Pki.OemProvisioning.Leaf.RawData);
        yield return Invalidates("unreadable certificate", AttachmentReadable, new() { OnAttachments = list => [.. list, new(AttachmentKind.Certificate, TestSession.Fill(40, 1))] });
        yield return Invalidates("foreign certificate", AttachmentBound, new() { OnAttachments = list => [.. list, foreign] });
        yield return Invalidates("disclosure of another record", AttachmentBound, new()
        {
            OnAttachments = list => [.. list, new TestSession { Number = 2 }.Build().Attachments.First(static item => item.Kind == AttachmentKind.Disclosure)],
        });
        yield return Invalidates("declaration of another record", AttachmentBound, new()
        {
            OnAttachments = list => [.. list, TestSession.Attach(AttachmentKind.Declaration, new TestSession { OnTariff = tariff => tariff with { Serial = 99 } }
                .Build().Attachments.Where(static item => item.Kind == AttachmentKind.Declaration)
                .First(static item => SignedPart.TryParse<Declaration>(item.Encoded.Memory, out var part, out _) && part.Content.Serial == 99).Encoded.Memory)],
        });
        foreach (var kind in new[] { AttachmentKind.Certificate, AttachmentKind.Evidence })
        {
            yield return Leaves($"no {kind}", AttachmentPresent, new() { OnAttachments = list => [.. list.Where(item => item.Kind != kind)] });
        }

        yield return Leaves("no declarations", AttachmentPresent, new() { OnAttachments = WithoutDeclarations });

        yield return Leaves("no charger certificate", OfferSignature, WithoutCertificate(Pki.Secc.Leaf));
        yield return Leaves("no charger certificate", ChargerChain, WithoutCertificate(Pki.Secc.Leaf));
        yield return Leaves("no contract certificate", AckSignature, WithoutCertificate(Pki.Contract.Leaf));
        yield return Leaves("no contract certificate", ContractChain, WithoutCertificate(Pki.Contract.Leaf));
        yield return Leaves("no certificate of a declaration's issuer", DeclarationSignature, WithoutCertificate(Pki.CpoDeclarationSigner.Leaf));
        yield return Leaves("no declarations", DeclarationKindMatches, new() { OnAttachments = WithoutDeclarations });
        yield return Leaves("no tariff to compute with", CostRecomputed, new() { OnAttachments = WithoutDeclarations });
    }

    private static IEnumerable<Tampering> Signatures()
    {
        yield return Changes("offer", OfferSignature, record => record with { Offer = Forge(record.Offer) });
        yield return Changes("acceptance", AcceptanceSignature, record => record with { Acceptance = Forge(record.Acceptance!) });
        yield return Changes("charger half", ChargerHalfSignature, record => record with { ChargerHalf = Forge(record.ChargerHalf!) });
        yield return Changes("vehicle half", VehicleHalfSignature, record => record with { VehicleHalf = Forge(record.VehicleHalf!) });
        yield return Changes("checkpoint", CheckpointSignature, record => record with
        {
            LastCheckpoint = record.LastCheckpoint! with { Signature = Flip(record.LastCheckpoint.Signature) },
        });
        yield return Changes("acknowledgement", AckSignature, record => record with { LastAck = record.LastAck! with { Signature = Flip(record.LastAck.Signature) } });
        yield return Changes("checkpoint signed by the vehicle", CheckpointSignature, record => record with
        {
            LastCheckpoint = SignedCheckpoint.Sign(record.LastCheckpoint!.Content, Pki.Contract.Signer),
        });
        yield return Changes("acknowledgement signed by the charger", AckSignature, record => record with
        {
            LastAck = SignedCheckpointAck.Sign(record.LastAck!.Content, Pki.Secc.Signer),
        });
        yield return Changes("half signed by a stranger", VehicleHalfSignature, record => record with
        {
            VehicleHalf = SignedPart.Sign(
                record.VehicleHalf!.Content with { OwnCertificate = TestSession.HashOf(Pki.OemProvisioning.Leaf) }, Pki.OemProvisioning),
        });
    }

    private static IEnumerable<Tampering> Chains()
    {
        foreach (var (defect, code) in new[]
        {
            (PkiDefect.LeafExpired, "CRED1004"), (PkiDefect.LeafNotYetValid, "CRED1005"), (PkiDefect.SubAuthorityExpired, "CRED1004"),
            (PkiDefect.LeafRevoked, "CRED1006"), (PkiDefect.SubAuthorityRevoked, "CRED1006"), (PkiDefect.WrongRoot, "CRED100"),
            (PkiDefect.BrokenSignature, "CRED1003"), (PkiDefect.WrongDomainComponent, "CRED1022"), (PkiDefect.WrongKeyUsage, "CRED1023"),
        })
        {
            yield return Invalidates($"charger {defect}", ChargerChain, WithCharger(Pki.Issue(CertificateUse.Secc, defect))) with { Detail = code };
            foreach (var (kind, issue) in Issuers)
            {
                if (defect is PkiDefect.LeafExpired or PkiDefect.LeafRevoked or PkiDefect.SubAuthorityRevoked or PkiDefect.WrongRoot or PkiDefect.BrokenSignature)
                {
                    yield return Invalidates($"{kind} issuer {defect}", DeclarationIssuer, issue(defect)) with { Detail = $"{kind} declaration: {code}" };
                }
            }

            if (defect != PkiDefect.WrongDomainComponent)
            {
                yield return Invalidates($"contract {defect}", ContractChain, WithContract(Pki.Issue(CertificateUse.Contract, defect))) with { Detail = code };
            }
        }

        yield return Leaves("no evidence", ChargerChain, new() { OnAttachments = list => [.. list.Where(static item => item.Kind != AttachmentKind.Evidence)] }) with
        {
            Detail = "CRED1007",
        };
        yield return Changes("wrong anchors", ChargerChain, static record => record) with { Trust = OtherPki.Anchors };
        yield return Changes("wrong anchors", ContractChain, static record => record) with { Trust = OtherPki.Anchors };
        yield return Changes("wrong anchors", DeclarationIssuer, static record => record) with { Trust = OtherPki.Anchors };
        yield return Changes("judged after the certificates ended", ChargerChain, static record => record) with
        {
            Policy = new() { At = TestSession.Now.AddYears(50) }, Detail = "CRED1004",
        };
        yield return Invalidates("stale evidence", EvidenceAge, new() { OnOffer = offer => offer with { MaxEvidenceAge = TimeSpan.FromMinutes(30) } });
        yield return Invalidates("evidence older than promised", EvidenceAge, new()
        {
            OnRoaming = roaming => roaming with { Body = (RoamingBody)roaming.Body with { MaxEvidenceAge = TimeSpan.FromMinutes(30) } },
        });
    }

    private static IEnumerable<Tampering> Agreements()
    {
        yield return Invalidates("acceptance of another offer", AcceptanceNamesOffer, new() { OnAcceptance = same => same with { Offer = Other } });
        yield return Changes("acceptance of another session", AcceptanceNamesOffer, record => record with { Acceptance = new TestSession { Number = 2 }.Build().Acceptance });
        yield return Invalidates("acceptance of another charger", PartiesAgree, new() { OnAcceptance = same => same with { ChargerCertificate = Other } });
        yield return Invalidates("accepted too late", AcceptanceInTime, new() { OnAcceptance = same => same with { AcceptedAt = TestSession.At(3_600) } });
        yield return Invalidates("accepted limits wider", AcceptanceCaps, new() { OnAcceptance = same => same with { Caps = same.Caps with { EnergyWh = 60_001 } } });
        yield return Invalidates("no hello", HelloNamed, new() { OnOffer = same => same with { Hello = null, VehicleNonce = default } });
        yield return Notes("no channel binding", ChannelBound, new() { OnOffer = same => same with { Channel = ChannelBinding.None } }, "not tied");
    }

    private static IEnumerable<Tampering> Limits()
    {
        yield return Invalidates("energy above the cap", CapEnergy, Capped(new() { EnergyWh = TestSession.ChargerWh - 1 }));
        yield return Invalidates("cost above the cap", CapAmount, Capped(new() { Amount = new(578, Currency.Euro) }));
        yield return Invalidates("duration above the cap", CapDuration, Capped(new() { Duration = TimeSpan.FromMinutes(29) }));
        yield return Invalidates("caps above the roaming declaration", CapsWithinDeclarations, new()
        {
            OnRoaming = same => same with { Body = (RoamingBody)same.Body with { Caps = new() { EnergyWh = 39_999 } } },
        });
        yield return Invalidates("caps above the policy", CapsWithinDeclarations, WithPolicy(same => same with { Caps = new() { Duration = TimeSpan.FromHours(7) } }));
    }

    private static IEnumerable<Tampering> DeclarationsOf()
    {
        yield return Invalidates("roaming declaration as tariff", DeclarationKindMatches, new() { OnOffer = same => same with { Tariff = same.Roaming!.Value } });
        foreach (var kind in Enum.GetValues<DeclarationKind>())
        {
            yield return new($"forged {kind} signature", () => ForgeDeclaration(new TestSession { OnPolicy = static same => same }.Build(), kind), DeclarationSignature, Failed, Invalid);
        }

        yield return Invalidates("tariff by a fleet", DeclarationIssuer, new() { OnTariff = same => same with { Issuer = AuthorityRole.Fleet } });
        yield return Invalidates("tariff by a meter authority that claims to be an operator", DeclarationIssuer, new() { TariffIssuer = Pki.MeterDeclarationSigner });
        yield return Invalidates("tariff by an expired issuer", DeclarationIssuer, WithIssuer(Pki.Issue(CertificateUse.Declaration, AuthorityRole.ChargePointOperator, PkiDefect.LeafExpired)));
        yield return Invalidates("expired tariff", DeclarationValidity, new() { OnTariff = same => same with { NotAfter = TestSession.Now.AddDays(-1) } });
        yield return Invalidates("tariff for other EVSEs", DeclarationScopeMatches, new() { OnTariff = same => same with { Scope = new() { EvseIdPrefixes = ["DE*XYZ"] } } });
        yield return Invalidates("tariff for other chargers", DeclarationScopeMatches, new() { OnTariff = same => same with { Scope = new() { Chargers = [Other] } } });
        yield return Invalidates("other rounding than the tariff's", TariffTerms, new() { OnOffer = same => same with { Rounding = RoundingRule.TotalHalfEven } });
        yield return Invalidates("roaming by nobody in particular", RoamingAuthority, new() { OnRoaming = same => same with { Scope = DeclarationScope.All } });
        yield return Leaves("roaming without a contract chain", RoamingAuthority, WithoutCertificate(Pki.Contract.Leaf));
        yield return Invalidates("tariff that roaming does not accept", RoamingTariff, new() { OnRoaming = same => same with { Body = (RoamingBody)same.Body with { Tariffs = [Other] } } });
        yield return Invalidates("no roaming declaration", RoamingLiability, new()
        {
            OnOffer = same => same with { Roaming = null },
            OnAttachments = WithoutDeclaration<RoamingBody>(Pki.MoDeclarationSigner),
        });
        yield return Invalidates("other liability than promised", RoamingLiability, new() { OnOffer = same => same with { Liability = LiabilityClass.Fleet } });
        yield return Invalidates("older evidence than promised", RoamingEvidenceAge, new() { OnOffer = same => same with { MaxEvidenceAge = TimeSpan.FromDays(3) } });
        yield return Invalidates("tariff swapped after the agreement", CostRecomputed, new()
        {
            OnTariff = same => same with
            {
                Body = new TariffBody(TestSession.DefaultTariff with
                {
                    Elements = [new([new() { Dimension = PriceDimension.Energy, Price = 0.99m }])],
                }),
            },
        });
    }

    private static IEnumerable<Tampering> Policies()
    {
        yield return Invalidates("outside the policy's times", PolicyWindow, WithPolicy(same => same with { Windows = [new(DaysOfWeek.Monday, 0, 1440)] }));
        yield return Invalidates("charger not allowed", PolicyCharger, WithPolicy(same => same with { AllowedChargers = [Other] }));
        yield return Invalidates("contract not allowed", PolicyContract, WithPolicy(same => same with { AllowedContracts = [Other] }));
        yield return Invalidates("meter not accurate enough", PolicyMeterClass, WithPolicy(same => same with { MinMeterClass = MeterClass.C }));
        yield return Invalidates("forbidden discharge", PolicyDischarge, new()
        {
            OnPolicy = static same => same, OnVehicleHalf = half => half with { ExportWh = 1 },
        });
    }

    private static IEnumerable<Tampering> Metering()
    {
        yield return Leaves("meter of another EVSE", MeterDeclared, new() { OnMeter = same => same with { Body = (MeterBody)same.Body with { EvseIds = ["DE*ABC*E0002*1"] } } });
        yield return Leaves("meter authority required", MeterDeclared, new()
        {
            MeterIssuer = Pki.CpoDeclarationSigner, OnMeter = static same => same with { Issuer = AuthorityRole.ChargePointOperator },
        }) with { Policy = new() { Meter = MeterRequirement.MeterAuthority } };
        yield return Invalidates("another meter at the end", MeterSame, new() { OnEndMeter = same => same with { MeterSerial = "PS-METER-0002" } });
        yield return Invalidates("register runs backwards", MeterOrder, new() { OnEndMeter = same => same with { ImportWh = TestSession.StartWh } });
        yield return Invalidates("meter's instants run backwards", MeterOrder, new() { OnEndMeter = same => same with { At = TestSession.At(100) } });
        yield return Invalidates("wrong signature of the meter", MeterAttested, new()
        {
            OnEndMeter = same => same with { Attestation = new MeterAttestation.Signature(TestSession.Fill(64, 1)) },
        });
        yield return Leaves("meter signature without a declared key", MeterAttested, new() { OnMeter = same => same with { Body = (MeterBody)same.Body with { PublicKey = default } } });
        yield return Leaves("meter that does not sign, where it must", MeterAttested, new()
        {
            OnEndMeter = static same => same with { Attestation = new MeterAttestation.Attached("ocmf", Digest.Of([1, 2, 3])) },
            OnAttachments = static list => [.. list, new(AttachmentKind.MeterAttestation, ExiBytes.Copy([1, 2, 3]))],
        }) with { Policy = new() { RequireMeterAttestation = true } };
        yield return Invalidates("energy does not follow from the registers", MeterEnergy, new() { OnEndMeter = same => same with { ImportWh = same.ImportWh + 1 } });
    }

    private static IEnumerable<Tampering> Checkpoints()
    {
        yield return Invalidates("checkpoint of another agreement", CheckpointAgreement, new() { OnCheckpoint = same => same with { Agreement = Other } });
        yield return Invalidates("acknowledgement of another agreement", CheckpointAgreement, new() { OnAck = same => same with { Agreement = Other } });
        yield return Invalidates("acknowledgement of another checkpoint", AckNamesCheckpoint, new() { OnAck = same => same with { Checkpoint = Other } });
        yield return Invalidates("acknowledgement of another number", AckNamesCheckpoint, new() { OnAck = same => same with { Sequence = 6 } });
        yield return Changes("acknowledgement missing", AckNamesCheckpoint, static record => record with { LastAck = null });
        yield return Changes("checkpoint missing", HalfNamesCheckpoint, static record => record with { LastAck = null, LastCheckpoint = null });
        yield return Invalidates("half names an older checkpoint", HalfNamesCheckpoint, new() { OnChargerHalf = same => same with { LastCheckpoint = new(6, Other) } });
        yield return Invalidates("checkpoints begin with a gap", CheckpointChain, new() { OnCheckpoint = same => same with { Sequence = 1 } });
        yield return Invalidates("later checkpoint continues the agreement", CheckpointChain, new() { OnCheckpoint = same => same with { Previous = same.Agreement } });
        yield return Invalidates("checkpoint energy does not follow from its meter", CheckpointMeter, new() { OnCheckpoint = same => same with { ImportWh = same.ImportWh - 1 } });
        yield return Invalidates("acknowledged measurement diverges", CheckpointTolerance, new() { OnAck = same => same with { ImportWh = 9_000 } });
        var early = new TestSession
        {
            OnCheckpoint = static same => same with { ImportWh = 5_000, Meter = Unsigned(TestSession.Meter(TestSession.StartWh + 5_000, 0, TestSession.At(900))) },
            OnAck = static same => same with { ImportWh = 4_950 },
        };
        yield return new("more than a slice unacknowledged", () => early.Build() with { VehicleHalf = null }, UnacknowledgedDelivery, Failed, Invalid);
    }

    private static IEnumerable<Tampering> Halves()
    {
        yield return Changes("swapped halves", HalfRole, static record => record with { ChargerHalf = record.VehicleHalf, VehicleHalf = record.ChargerHalf });
        yield return Changes("half of another session", HalfAgreement, static record => record with { VehicleHalf = new TestSession { Number = 2 }.Build().VehicleHalf });
        yield return Invalidates("half names another peer", HalfParties, new() { OnVehicleHalf = same => same with { PeerCertificate = Other } });
        yield return Invalidates("half names another tariff", HalfTariff, new() { OnVehicleHalf = same => same with { Tariff = Other } });
        yield return Changes("half without an acceptance", MatchedPair, static record => record with { Acceptance = null });
        yield return new("vehicle half missing", static () => new TestSession().Build() with { VehicleHalf = null }, MatchedPair, Noted, Valid);
        yield return Invalidates("energies diverge", EnergyAgrees, new() { OnVehicleHalf = same => same with { ImportWh = 10_900 } });
        yield return Invalidates("discharge diverges", EnergyAgrees, new() { OnVehicleHalf = same => same with { ExportWh = 51 } });
        yield return Invalidates("vehicle alone states another cost than the checkpoint's", CostEqual, new()
        {
            OnVehicleHalf = same => same with { Cost = new(578, Currency.Euro), EndReason = EndReason.PeerLost },
        });
        yield return Invalidates("costs differ", CostEqual, new() { OnVehicleHalf = same => same with { Cost = new(578, Currency.Euro) } });
    }

    private static IEnumerable<Tampering> Iso()
    {
        yield return IsoCase("ISO message that no vehicle signs", IsoMessageReadable, Failed, Invalid, (IsoEvidence?)null);
        yield return IsoCase("ISO signature wrong", IsoSignature, Failed, Invalid, Receipt() with { SignatureValid = false });
        yield return IsoCase("ISO authorisation of another offer", IsoAuthorisationBound, Noted, Valid, new IsoEvidence { Kind = IsoEvidenceKind.Authorisation, SignatureValid = true });
        yield return IsoCase("ISO receipt of another meter", IsoReceipt, Failed, Invalid, Receipt() with { MeterId = "other" });
        yield return IsoCase("ISO receipt above the meter", IsoReceipt, Failed, Invalid, Receipt() with { MeterReadingWh = TestSession.StartWh + TestSession.ChargerWh + 1 });
        yield return IsoCase("ISO receipts of two sessions", IsoSession, Failed, Invalid, Receipt(), Receipt() with { SessionId = new byte[] { 2 } });
        yield return IsoCase("ISO tariff without its issuer's certificate", IsoSignature, NotChecked, Undetermined, new IsoEvidence { Kind = IsoEvidenceKind.SalesTariff, SignatureValid = null });
    }

    private static IEnumerable<Tampering> Costs()
    {
        yield return Invalidates("periods miss energy", UsageComplete, new() { OnChargerHalf = same => same with { Periods = [same.Periods[0] with { ImportWh = 11_000 }] } });
        yield return Invalidates("periods miss time", UsageComplete, new() { OnChargerHalf = same => same with { Periods = [same.Periods[0] with { Duration = TimeSpan.FromMinutes(29) }] } });
        yield return Invalidates("both state a wrong cost", CostRecomputed, new()
        {
            OnChargerHalf = static same => same with { Cost = new(1, Currency.Euro) }, OnVehicleHalf = static same => same with { Cost = new(1, Currency.Euro) },
        });
        yield return Invalidates("both state a wrong cost before taxes", CostRecomputed, new()
        {
            OnChargerHalf = static same => same with { CostBeforeTaxes = new(1, Currency.Euro) },
            OnVehicleHalf = static same => same with { CostBeforeTaxes = new(1, Currency.Euro) },
        });
        yield return Invalidates("amount in another currency", CostCurrency, new() { OnVehicleHalf = same => same with { Cost = new(same.Cost.MinorUnits, new("USD", 2)) } });
        var alone = new TestSession { OnVehicleHalf = static same => same with { Cost = new(1, Currency.Euro) } };
        yield return new("vehicle alone states less", () => alone.Build() with { ChargerHalf = null }, CostOfCheckpoint, Failed, Invalid);
    }

    private static IEnumerable<Tampering> Times()
    {
        yield return Invalidates("started before the offer", TimeOrder, new() { OnChargerHalf = same => same with { StartedAt = TestSession.At(4) } });
        yield return Invalidates("vehicle ended before it started", TimeOrder, new() { OnVehicleHalf = same => same with { EndedAt = TestSession.At(8) } });
        yield return Invalidates("clocks differ", TimeAgreement, new() { OnVehicleHalf = same => same with { EndedAt = TestSession.At(1_811 + 301) } });
        yield return Invalidates("clock never set", TimeQualitySufficient, new()
        {
            OnVehicleHalf = same => same with { StartedAt = new(same.StartedAt.Instant, TimeQuality.Unsynchronised) },
        }) with { Policy = new() { MinimumTimeQuality = TimeQuality.Relative } };
        yield return Invalidates("offer older than its evidence", TimeEvidence, new() { ExtraEvidence = Pki.Hierarchy.CreateEvidence(TestSession.Now.AddHours(1)) });
    }

    private static IEnumerable<Tampering> Devices()
    {
        yield return Invalidates("totals do not contain the session", DeviceCounters, new()
        {
            OnVehicleHalf = same => same with { Device = same.Device with { CumulativeImportWh = same.ImportWh - 1 } },
        });
        yield return Invalidates("first record with a past", DeviceCounters, new()
        {
            OnVehicleHalf = same => same with { Device = same.Device with { RecordCounter = 1, PreviousRecord = Digest.None } },
        });
        var forked = new TestSession().Build().VehicleHalf!.Content;
        yield return Invalidates("totals do not continue the previous record", DevicePrevious, new()) with
        {
            Policy = new() { KnownHalves = ImmutableDictionary<Digest, HalfRecord>.Empty.Add(forked.Device.PreviousRecord, forked) },
        };
        yield return Notes("gap after a crash", DeviceGap, new() { OnChargerHalf = same => same with { Device = same.Device with { UnaccountedWh = 40 } } }, "40 Wh");
        yield return Invalidates("peer saw a later record", PeerHead, new() { OnVehicleHalf = same => same with { Device = same.Device with { PeerHead = new(42, Other) } } });
        yield return Invalidates("peer saw another predecessor", PeerHead, new() { OnVehicleHalf = same => same with { Device = same.Device with { PeerHead = new(41, Other) } } });
    }

    private static IEnumerable<Tampering> Disclosures()
    {
        yield return new("nothing disclosed", static () => new TestSession { Disclose = false }.Build(), CommitmentOpened, Undisclosed, Valid);
        yield return Invalidates("commitment of another session", CommitmentOpened, new() { LocationContext = Other });
        yield return Invalidates("identifier of another contract", ContractIdentity, new() { Identity = "DEABCC00000000" });
        yield return Leaves("field not disclosed where it must be", DisclosureRequired, new() { Disclose = false }) with
        {
            Policy = new() { RequiredDisclosures = [SensitiveField.ContractIdentity] },
        };
        yield return Changes("grade too low", GradeSufficient, static record => record with { VehicleHalf = null }) with
        {
            Policy = new() { MinimumGrade = EvidenceGrade.Paired },
        };
    }

    private static ThrowAwayPki OtherPki => SecondPki.Value;

    private static Tampering Invalidates(string name, RecordCheck check, TestSession session) => new(name, session.Build, check, Failed, Invalid);

    private static Tampering Leaves(string name, RecordCheck check, TestSession session) => new(name, session.Build, check, NotChecked, Undetermined);

    private static Tampering Notes(string name, RecordCheck check, TestSession session, string detail) =>
        new(name, session.Build, check, Noted, Valid) { Detail = detail };

    private static Tampering Changes(string name, RecordCheck check, Func<PairRecord, PairRecord> change) =>
        new(name, () => change(new TestSession().Build()), check, Failed, Invalid);

    private static Tampering IsoCase(string name, RecordCheck check, FindingOutcome outcome, RecordVerdict verdict, params IsoEvidence?[] messages)
    {
        var count = Math.Max(1, messages.Length);
        var attachments = Enumerable.Range(0, count).Select(static index => new Attachment(AttachmentKind.IsoMessage, ExiBytes.Copy([(byte)index]))).ToArray();
        var session = new TestSession
        {
            OnChargerHalf = half => half with { LastCheckpoint = null, IsoEvidence = ExiList.Create<Digest>([.. attachments.Select(static item => item.Hash)]) },
            OnOffer = static offer => offer with { Hello = null, VehicleNonce = default, Commitments = [] },
            Disclose = false,
            OnAttachments = list => [.. list, .. attachments],
            // The agreement of the halves is computed over the offer alone.
            Unaccepted = true,
        };
        return new(name, () => session.Build() with { Acceptance = null, VehicleHalf = null, LastCheckpoint = null, LastAck = null }, check, outcome, verdict)
        {
            Reader = new ScriptedIsoReader(messages),
        };
    }

    internal static IsoEvidence Receipt() => new()
    {
        Kind = IsoEvidenceKind.MeteringReceipt,
        SignatureValid = true,
        SessionId = new byte[] { 1 },
        MeterId = TestSession.MeterSerial,
        MeterReadingWh = TestSession.StartWh + TestSession.ChargerWh,
    };

    private static TestSession WithCharger(DefectiveCredential defective) =>
        new() { Charger = defective.Credential, ExtraEvidence = defective.Evidence };

    private static TestSession WithContract(DefectiveCredential defective) =>
        new() { Contract = defective.Credential, ExtraEvidence = defective.Evidence };

    // Who speaks in each kind of declaration, with a defect.
    private static (string Kind, Func<PkiDefect, TestSession> Issue)[] Issuers =>
    [
        ("tariff", defect => With(AuthorityRole.ChargePointOperator, defect, (credential, evidence) => new() { TariffIssuer = credential, ExtraEvidence = evidence })),
        ("roaming", defect => With(AuthorityRole.MobilityOperator, defect, (credential, evidence) => new() { RoamingIssuer = credential, ExtraEvidence = evidence })),
        ("meter", defect => With(AuthorityRole.Meter, defect, (credential, evidence) => new() { MeterIssuer = credential, ExtraEvidence = evidence })),
        ("policy", defect => With(AuthorityRole.Fleet, defect, (credential, evidence) => new()
        {
            PolicyIssuer = credential, ExtraEvidence = evidence, OnPolicy = static same => same,
        })),
    ];

    private static TestSession With(AuthorityRole role, PkiDefect defect, Func<Credential, RevocationEvidence, TestSession> session)
    {
        var defective = Pki.Issue(CertificateUse.Declaration, role, defect);
        return session(defective.Credential, defective.Evidence);
    }

    private static PairRecord ForgeDeclaration(PairRecord record, DeclarationKind kind) => record with
    {
        Attachments = ExiList.Create<Attachment>([.. ((IEnumerable<Attachment>)record.Attachments).Select(item =>
            SignedPart.TryParse<Declaration>(item.Encoded.Memory, out var part, out _) && part.Content.Body.Kind == kind
                ? TestSession.Attach(AttachmentKind.Declaration, Forge(part).Encoded) : item)]),
    };

    private static TestSession WithIssuer(DefectiveCredential defective) =>
        new() { TariffIssuer = defective.Credential, ExtraEvidence = defective.Evidence };

    private static TestSession WithPolicy(Func<PolicyBody, PolicyBody> change) =>
        new() { OnPolicy = declaration => declaration with { Body = change((PolicyBody)declaration.Body) } };

    private static TestSession WithoutCertificate(Certificate certificate) =>
        new() { OnAttachments = list => [.. list.Where(item => item.Hash != TestSession.HashOf(certificate))] };

    private static Func<List<Attachment>, List<Attachment>> WithoutDeclaration<T>(Credential issuer)
        where T : DeclarationBody => list =>
    [
        .. list.Where(item => item.Hash != TestSession.HashOf(issuer.Leaf)
            && !(SignedPart.TryParse<Declaration>(item.Encoded.Memory, out var part, out _) && part.Content.Body is T)),
    ];

    // The certificates of issuers go along: without their declarations nothing names them.
    private static List<Attachment> WithoutDeclarations(List<Attachment> list)
    {
        var parties = TestSession.Certificates(Pki.Secc).Concat(TestSession.Certificates(Pki.Contract)).Select(TestSession.HashOf).ToHashSet();
        return [.. list.Where(item => item.Kind != AttachmentKind.Declaration && (item.Kind != AttachmentKind.Certificate || parties.Contains(item.Hash)))];
    }

    private static TestSession Capped(Caps caps) => new() { OnAcceptance = same => same with { Caps = caps.Tighten(same.Caps) } };

    private static MeterStatement Unsigned(MeterStatement statement) => new TestSession().SignMeter(statement);

    private static ExiBytes Flip(ExiBytes octets)
    {
        var copy = octets.ToArray();
        copy[^1] ^= 1;
        return ExiBytes.Copy(copy);
    }

    private static SignedPart<T> Forge<T>(SignedPart<T> part)
        where T : class, IPartContent<T>
    {
        var octets = part.Encoded.ToArray();
        octets[^1] ^= 1;
        Assert.True(SignedPart.TryParse<T>(octets, out var forged, out var error), error.ToString());
        return forged;
    }
}

/// <summary>Answers one prepared reading for each message, in the order of their first octet.</summary>
internal sealed class ScriptedIsoReader(params IsoEvidence?[] answers) : IIsoEvidenceReader
{
    public IsoEvidence? Read(ReadOnlyMemory<byte> exi, Certificate contract, Certificate? issuer) => answers[exi.Span[0]];
}
