using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Verification;
using PairSettle.Testing.Pki;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>The rows of the threat table that concern the exchange between the pair; each test plays the attack.</summary>
public sealed partial class ThreatTests
{
    private static readonly ThrowAwayPki Pki = TestSession.SharedKeys;
    private static readonly SettlementWorld World = SettlementWorld.Create(Pki);
    private static readonly SimulationOptions Quiet = new() { Seed = 3, ChargeFor = TimeSpan.FromMinutes(1) };

    // Vehicle owner: clone of a contract key used often while the charger is offline.
    [Fact]
    public void ClonedContract_BeyondTheOfflineSessions_IsRefusedUntilTheChargerWasOnline()
    {
        var duel = new Duel(WithRoaming(World, body => body with { MaxSessionsOffline = 1 }));
        Charge(duel, 70);
        duel.Agree();

        Assert.Equal(SettlementFault.RoamingRefused, Assert.Single(duel.OutputsOf<SettlementOutput.Abandon>(PartyRole.Charger)).Fault);
        Assert.Single(duel.OutputsOf<SettlementOutput.PermitPower>(PartyRole.Charger));

        duel.Feed(PartyRole.Charger, new SettlementInput.Synchronised(duel.Time));
        Charge(duel, 70);
        Assert.Equal(2, duel.OutputsOf<SettlementOutput.PermitPower>(PartyRole.Charger).Count());
    }

    [Fact]
    public void ClonedContract_BeyondTheOfflineAmount_GetsOnlyWhatIsLeft()
    {
        var duel = new Duel(WithRoaming(World, body => body with { MaxAmountOffline = new(100, Currency.Euro) }));
        Charge(duel, 70);
        var spent = Record(duel, PartyRole.Charger).ChargerHalf!.Content.Cost.MinorUnits;
        Charge(duel, 70);

        var offers = duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Select(item => item.Settled.Record.Offer.Content.Caps.Amount!.Value.MinorUnits);
        Assert.Equal([100, 100 - spent], offers);
    }

    // Vehicle owner: repudiates the session.
    [Fact]
    public void Repudiation_TheRecordCarriesTheVehiclesSignaturesOverTariffAndEnergy()
    {
        var duel = GoldenSessionTests.Play();
        var record = Record(duel, PartyRole.Charger);

        Assert.Equal(CmsSignatureFault.None, record.Acceptance!.Verify(Pki.Contract.Leaf));
        Assert.Equal(CmsSignatureFault.None, record.VehicleHalf!.Verify(Pki.Contract.Leaf));
        Assert.True(record.LastAck!.Verify(Pki.Contract.Leaf));
        Assert.Equal(record.Offer.ContentHash, record.Acceptance.Content.Offer);
    }

    // Vehicle: stops acknowledging, keeps drawing.
    [Fact]
    public void SilentVehicle_CostsTheChargerOneSliceAtMost()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            ChargeFor = TimeSpan.FromHours(1),
            Horizon = TimeSpan.FromMinutes(20),
            OnMessage = (role, message) => Kind(message) is PairMessageKind.CheckpointAck && Decode<PairMessage.CheckpointAck>(message).Signed.Content.Sequence > 3
                ? []
                : [message],
        });

        var settled = report.ChargerRecords[0];
        Assert.Equal(EndReason.SliceUnacknowledged, settled.Record.ChargerHalf!.Content.EndReason);
        Assert.Equal(3, settled.Record.LastCheckpoint!.Content.Sequence);
        Assert.True(report.WorstExposureWh <= World.Charger.Slice.EnergyWh + report.LargestStepWh);
    }

    [Fact]
    public void SilentMeter_EndsPowerWithinOneSliceOfTime()
    {
        var duel = new Duel(World);
        duel.Agree();
        duel.Pass(120);
        duel.Feed(PartyRole.Charger, new SettlementInput.Elapsed(duel.Time, SettlementTimer.Slice));

        Assert.Equal(EndReason.SliceUnacknowledged, Assert.Single(duel.OutputsOf<SettlementOutput.WithdrawPower>(PartyRole.Charger)).Reason);
    }

    // Vehicle: rollback of its counter.
    [Fact]
    public void RolledBackVehicle_ShowsInTheNextRecordOfTheCharger()
    {
        var duel = GoldenSessionTests.Play();
        duel.Vehicle = VehicleSettlement.Create(World.Vehicle);
        duel.VehicleWh = 0;
        Charge(duel, 70);

        var record = duel.OutputsOf<SettlementOutput.Publish>(PartyRole.Charger).Last().Settled.Record;
        var report = RecordVerifier.Verify(record, Pki.Anchors, RecordPolicy.Default);
        Assert.Equal(RecordVerdict.Invalid, report.Verdict);
        Assert.Contains(report.Findings, finding => finding is { Area: RecordArea.DeviceChain, Outcome: FindingOutcome.Failed });
    }

    // Charger: over-reads energy.
    [Fact]
    public void OverReadingCharger_IsLeftWithADivergentRecordAfterOneSlice()
    {
        var report = SettlementSimulation.Run(World, Quiet with { ChargerShare = 1500, ChargeFor = TimeSpan.FromMinutes(10) });

        var settled = report.VehicleRecords[0];
        Assert.Equal(SettlementOutcome.Divergent, settled.Outcome);
        Assert.Equal(EndReason.Divergence, settled.Record.VehicleHalf!.Content.EndReason);
        var (charger, vehicle) = (settled.Record.ChargerHalf!.Content, settled.Record.VehicleHalf.Content);
        Assert.False(World.Charger.Tolerance.Allows(charger.ImportWh, vehicle.ImportWh));
        Assert.True(charger.ImportWh - vehicle.ImportWh <= 2 * World.Charger.Slice.EnergyWh);
        Assert.Equal(report.ChargerRecords[0].Record.Id, settled.Record.Id);
        Assert.Equal(RecordVerdict.Invalid, RecordVerifier.Verify(settled.Record, Pki.Anchors, RecordPolicy.Default).Verdict);
    }

    [Fact]
    public void UnderMeasuringVehicle_IsLeftWithADivergentRecordAfterOneSlice()
    {
        var report = SettlementSimulation.Run(World, Quiet with { VehicleShare = 600, ChargeFor = TimeSpan.FromMinutes(10) });

        Assert.Equal(SettlementOutcome.Divergent, report.ChargerRecords[0].Outcome);
        var record = report.ChargerRecords[0].Record;
        Assert.True(record.ChargerHalf!.Content.ImportWh - record.VehicleHalf!.Content.ImportWh <= 2 * World.Charger.Slice.EnergyWh);
    }

    [Fact]
    public void OverReadingInTheHalfOnly_IsKeptAsDivergent()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            OnMessage = Replace<PairMessage.HalfRecord>(PartyRole.Charger, half => half with { Signed = ReSign(half.Signed, content => content with { Cost = new(content.Cost.MinorUnits + 1, Currency.Euro) }, Pki.Secc) }),
        });

        Assert.Equal(SettlementOutcome.Divergent, report.VehicleRecords[0].Outcome);
        Assert.NotEqual(report.VehicleRecords[0].Record.ChargerHalf!.Content.Cost, report.VehicleRecords[0].Record.VehicleHalf!.Content.Cost);
    }

    // Charger: swaps the tariff after the start.
    [Fact]
    public void SwappedTariff_CheckpointAboveTheDeclaredPrice_IsNotAcknowledged()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            ChargeFor = TimeSpan.FromMinutes(10),
            OnMessage = Replace<PairMessage.Checkpoint>(PartyRole.Charger, checkpoint => checkpoint.Signed.Content.Sequence < 2
                ? checkpoint
                : checkpoint with { Signed = SignedCheckpoint.Sign(checkpoint.Signed.Content with { Cost = new(500, Currency.Euro) }, Pki.Secc.Signer) }),
        });

        Assert.Equal(EndReason.ProtocolViolation, report.VehicleRecords[0].Record.VehicleHalf!.Content.EndReason);
        Assert.True(report.VehicleRecords[0].Record.VehicleHalf!.Content.Cost.MinorUnits < 100);
    }

    [Fact]
    public void SwappedTariff_OfferWithAnotherTariffThanItBrings_IsRefused() =>
        AssertOfferRefused(offer => offer with { Tariff = Digest.Of([1]) }, SettlementFault.DeclarationRefused);

    // Charger: replays an old authorisation of the vehicle.
    [Fact]
    public void ReplayedAcceptance_InAnotherSession_PermitsNoPower()
    {
        var old = new List<PairMessage.Acceptance>();
        SettlementSimulation.Run(World, Quiet with
        {
            OnMessage = (_, message) =>
            {
                if (Kind(message) is PairMessageKind.Acceptance)
                {
                    old.Add(Decode<PairMessage.Acceptance>(message));
                }

                return [message];
            },
        });
        var report = SettlementSimulation.Run(World, Quiet with
        {
            Seed = 99,
            Horizon = TimeSpan.FromMinutes(10),
            OnMessage = Replace<PairMessage.Acceptance>(PartyRole.Vehicle, acceptance => new(acceptance.Session, old[0].Signed)),
        });

        Assert.Equal(0, report.MeteredWh);
        Assert.Contains(SettlementFault.AgreementMismatch, report.Faults);
        Assert.Empty(report.ChargerRecords);
    }

    [Fact]
    public void ReplayedOffer_WithAnotherNonce_IsRefused() =>
        AssertOfferRefused(offer => offer with { VehicleNonce = TestSession.Fill(32, 9) }, SettlementFault.NonceMismatch);

    [Fact]
    public void ReplayedOffer_ForAnotherHello_IsRefused() =>
        AssertOfferRefused(offer => offer with { Hello = Digest.Of([9]) }, SettlementFault.NonceMismatch);

    // Relay attacker: forwards the exchange of a parked car.
    [Fact]
    public void RelayedOffer_OfAnotherConnection_IsRefused() =>
        AssertOfferRefused(offer => offer with { Channel = new("tls-server-end-point", TestSession.Fill(32, 1)) }, SettlementFault.ChannelMismatch);

    [Fact]
    public void RelayedOffer_OfAnotherEvse_IsRefused()
    {
        var world = World with { Vehicle = World.Vehicle with { EvseId = "DE*PSE*E999999" } };
        Assert.Contains(SettlementFault.TermsRefused, SettlementSimulation.Run(world, Quiet with { Horizon = TimeSpan.FromMinutes(2) }).Faults);
    }

    // Network attacker: blocks revocation evidence to keep a stolen credential usable.
    [Fact]
    public void WithheldEvidence_OlderThanAllowed_IsRefusedByTheCharger() => AssertRefused(
        World with { Charger = World.Charger with { MaxEvidenceAge = TimeSpan.FromMinutes(30) } }, SettlementFault.EvidenceTooOld);

    [Fact]
    public void WithheldEvidence_OlderThanAllowed_IsRefusedByTheVehicle() => AssertRefused(
        World with { Vehicle = World.Vehicle with { MaxEvidenceAge = TimeSpan.FromMinutes(30) } }, SettlementFault.EvidenceTooOld);

    [Fact]
    public void WithheldEvidence_NoneAtAll_IsRefused() => AssertRefused(
        World with { Charger = World.Charger with { Evidence = RevocationEvidence.Empty } }, SettlementFault.EvidenceTooOld);

    [Fact]
    public void WithheldEvidence_OlderThanTheRoamingPromise_IsRefused() => AssertRefused(
        WithRoaming(World, body => body with { MaxEvidenceAge = TimeSpan.FromMinutes(30) }), SettlementFault.EvidenceTooOld);

    [Fact]
    public void WithheldEvidence_FresherEvidenceOfTheVehicle_Wins()
    {
        var old = Pki.Hierarchy.CreateEvidence(Pki.Now - TimeSpan.FromDays(5));
        var world = World with
        {
            Charger = World.Charger with { Evidence = old },
            Vehicle = World.Vehicle with { Evidence = Pki.Evidence },
        };

        Assert.Equal(SettlementOutcome.Matched, SettlementSimulation.Run(world, Quiet).ChargerRecords[0].Outcome);
        Assert.Contains(
            SettlementFault.EvidenceTooOld,
            SettlementSimulation.Run(world with { Vehicle = World.Vehicle }, Quiet with { Horizon = TimeSpan.FromMinutes(2) }).Faults);
    }

    [Fact]
    public void WithheldEvidence_StaleEvidence_LowersTheCaps()
    {
        var stale = ChainPolicy.Default with { FreshFor = TimeSpan.FromMinutes(30) };
        var world = World with { Charger = World.Charger with { Policy = stale, StaleCaps = new() { EnergyWh = 500 } } };
        var duel = new Duel(world);
        duel.Agree();

        Assert.Equal(500, Assert.Single(duel.OutputsOf<SettlementOutput.PermitPower>(PartyRole.Charger)).Caps.EnergyWh);
    }

    [Theory]
    [InlineData(PkiDefect.LeafRevoked)]
    [InlineData(PkiDefect.LeafExpired)]
    [InlineData(PkiDefect.WrongRoot)]
    public void StolenOrForgedContract_IsRefused(PkiDefect defect)
    {
        var bad = Pki.Issue(CertificateUse.Contract, defect);
        var world = World with
        {
            Charger = World.Charger with { Evidence = Pki.Evidence.Merge(bad.Evidence) },
            Vehicle = World.Vehicle with { Credential = bad.Credential, Evidence = bad.Evidence },
        };
        AssertRefused(world, SettlementFault.ContractRefused);
    }

    [Theory]
    [InlineData(PkiDefect.LeafRevoked)]
    [InlineData(PkiDefect.LeafExpired)]
    [InlineData(PkiDefect.WrongRoot)]
    public void ForgedCharger_IsRefusedByTheVehicle(PkiDefect defect)
    {
        // The forger does not mind its own certificate: the machine of an honest charger would refuse itself.
        var bad = Pki.Issue(CertificateUse.Secc, defect);
        var world = World with { Vehicle = World.Vehicle with { Evidence = Pki.Evidence.Merge(bad.Evidence) } };
        AssertOfferRefused(
            offer => offer with { ChargerChain = PairVerifier.Hashes([bad.Credential.Leaf, .. bad.Credential.Intermediates]) },
            SettlementFault.ChargerRefused,
            world,
            bad.Credential);
    }

    // Time attacker: sets the charger's clock back to revive an old price or certificate.
    [Fact]
    public void ClockSetBack_BeforeTheOwnLastRecord_IsRefusedByTheCharger()
    {
        var duel = new Duel(World);
        duel.Charger = duel.Charger with { History = DeviceHistory.Empty with { Floor = Pki.Now.AddHours(1) } };
        duel.Agree();

        Assert.Equal(SettlementFault.ClockBehind, Assert.Single(duel.OutputsOf<SettlementOutput.Abandon>(PartyRole.Charger)).Fault);
    }

    [Fact]
    public void ClockSetBack_BeforeVerifiedEvidence_IsRefusedByTheCharger()
    {
        var future = Pki.Hierarchy.CreateEvidence(Pki.Now + TimeSpan.FromHours(2));
        var duel = new Duel(World with { Charger = World.Charger with { Evidence = future } });
        duel.Agree();

        Assert.NotEmpty(duel.OutputsOf<SettlementOutput.Abandon>(PartyRole.Charger));
        Assert.Empty(duel.OutputsOf<SettlementOutput.PermitPower>(PartyRole.Charger));
    }

    [Fact]
    public void ClockSetBack_FarFromTheVehicles_IsRefusedByTheVehicle() => AssertOfferRefused(
        offer => offer with { OfferedAt = new(offer.OfferedAt.Instant.AddMinutes(-20), TimeQuality.Synchronised) }, SettlementFault.ClocksDisagree);

    [Fact]
    public void LateAcceptance_IsRefused()
    {
        var duel = new Duel(World with { Charger = World.Charger with { AcceptWithin = TimeSpan.Zero } });
        duel.Read(powerIsOff: true);
        duel.Connect();
        Assert.Single(duel.OutputsOf<SettlementOutput.PermitPower>(PartyRole.Charger));

        // The same acceptance a second later.
        var acceptance = duel.OutputsOf<SettlementOutput.Send>(PartyRole.Vehicle).First(send => send.Kind == PairMessageKind.Acceptance).Message;
        duel.Charger = (ChargerState)duel.Steps.Last(step => step.Before is ChargerState { Phase: ChargerPhase.Offered }).Before;
        duel.Pass(1);
        duel.Feed(PartyRole.Charger, new SettlementInput.Received(duel.Time, acceptance.Memory));
        Assert.Equal(SettlementFault.OfferExpired, Assert.Single(duel.OutputsOf<SettlementOutput.Abandon>(PartyRole.Charger)).Fault);
    }

    // Caps.
    [Fact]
    public void EnergyCap_IsKeptByBothMeasurements()
    {
        var world = World with { Vehicle = World.Vehicle with { Limits = new() { EnergyWh = 400 } } };
        var report = SettlementSimulation.Run(world, Quiet with { ChargeFor = TimeSpan.FromHours(1) });

        var record = report.ChargerRecords[0].Record;
        Assert.Equal(EndReason.CapReached, record.ChargerHalf!.Content.EndReason);
        Assert.InRange(record.ChargerHalf.Content.ImportWh, 300, 400);
        SettlementSimulationTests.AssertValid(report, record);
    }

    [Fact]
    public void AmountCap_IsKept()
    {
        var world = World with { Vehicle = World.Vehicle with { Limits = new() { Amount = new(40, Currency.Euro) } } };
        var report = SettlementSimulation.Run(world, Quiet with { ChargeFor = TimeSpan.FromHours(1) });

        Assert.InRange(report.ChargerRecords[0].Record.ChargerHalf!.Content.Cost.MinorUnits, 30, 40);
        SettlementSimulationTests.AssertValid(report, report.ChargerRecords[0].Record);
    }

    [Fact]
    public void DurationCap_IsKept()
    {
        var world = World with { Vehicle = World.Vehicle with { Limits = new() { Duration = TimeSpan.FromSeconds(60) } } };
        var report = SettlementSimulation.Run(world, Quiet with { ChargeFor = TimeSpan.FromHours(1) });

        var half = report.ChargerRecords[0].Record.ChargerHalf!.Content;
        Assert.InRange(half.EndedAt.Instant - half.StartedAt.Instant, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
        SettlementSimulationTests.AssertValid(report, report.ChargerRecords[0].Record);
    }

    [Fact]
    public void WidenedCaps_InTheAcceptance_PermitNoPower()
    {
        var report = SettlementSimulation.Run(World, Quiet with
        {
            Horizon = TimeSpan.FromMinutes(2),
            OnMessage = Replace<PairMessage.Acceptance>(PartyRole.Vehicle, acceptance => acceptance with
            {
                Signed = ReSign(acceptance.Signed, content => content with { Caps = content.Caps with { EnergyWh = 1_000_000 } }, Pki.Contract),
            }),
        });

        Assert.Contains(SettlementFault.CapsRefused, report.Faults);
        Assert.Equal(0, report.MeteredWh);
    }

    // Policies and meters.
    [Fact]
    public void FleetPolicy_ThatAllowsOtherChargersOnly_IsKept() => AssertRefused(
        World with
        {
            Vehicle = World.Vehicle with
            {
                Declarations =
                [
                    SettlementWorld.Declare(Pki, Pki.FleetDeclarationSigner, AuthorityRole.Fleet, 9, new PolicyBody { AllowedChargers = [Digest.Of([1])] }),
                ],
            },
        },
        SettlementFault.PolicyForbids);

    [Fact]
    public void UnattestedMeter_WhereAKeyIsDeclared_IsNotAcknowledged()
    {
        var duel = new Duel(World);
        duel.Agree();
        duel.Pass(10);
        duel.ChargerWh += 130;
        var reading = World.Read(duel.ChargerWh, duel.Time.Wall, powerIsOff: false);
        duel.Feed(PartyRole.Vehicle, new SettlementInput.Measured(duel.Time, new(130)));
        duel.Feed(PartyRole.Charger, new SettlementInput.MeterRead(duel.Time, reading with { Statement = reading.Statement with { Attestation = null } }));

        Assert.Equal(EndReason.ProtocolViolation, Assert.Single(duel.OutputsOf<SettlementOutput.WithdrawPower>(PartyRole.Vehicle)).Reason);
    }

    [Fact]
    public void ExchangedMeter_EndsTheSessionAsAFault()
    {
        var duel = new Duel(World);
        duel.Agree();
        duel.Draw(70);
        var reading = World.Read(duel.ChargerWh, duel.Time.Wall, powerIsOff: false);
        duel.Feed(PartyRole.Charger, new SettlementInput.MeterRead(duel.Time, reading with { Statement = reading.Statement with { MeterSerial = "OTHER" } }));

        Assert.Equal(EndReason.Fault, Assert.Single(duel.OutputsOf<SettlementOutput.WithdrawPower>(PartyRole.Charger)).Reason);
    }

    [Fact]
    public void PromiseOfAnotherOperator_DoesNotPayForThisContract()
    {
        var foreign = SettlementWorld.Declare(
            Pki,
            Pki.MoDeclarationSigner,
            AuthorityRole.MobilityOperator,
            12,
            new RoamingBody { Liability = LiabilityClass.MobilityOperator, Caps = World.Charger.Caps, MaxEvidenceAge = TimeSpan.FromDays(1) },
            new() { Contracts = [Digest.Of([7])] });
        AssertRefused(
            World with { Charger = World.Charger with { Declarations = [foreign, World.Charger.Declarations[1]] } }, SettlementFault.RoamingRefused);
    }
}
