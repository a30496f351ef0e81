using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Tariffs;

namespace PairSettle.Samples.ChargeAndSettle.Stage;

/// <summary>
/// Everything that exists before vehicle and charger meet: authorities, credentials, and the declarations that the
/// authorities signed. Each side gets a folder with what it would have on board; the anchors are for everybody.
/// </summary>
internal sealed record DemoStage(DirectoryInfo Folder)
{
    /// <summary>The EVSE of the demonstration.</summary>
    public const string EvseId = "DE*8AA*E000001";

    /// <summary>The serial number of its meter.</summary>
    public const uint MeterSerial = 20_260_001;

    /// <summary>The currency of the demonstration.</summary>
    public static Currency Euro { get; } = Currency.Euro;

    public string AnchorsPath => Path.Combine(Folder.FullName, "anchors");

    public string RecordPath => Path.Combine(Folder.FullName, "session" + PairRecord.FileExtension);

    public string VehicleRecordPath => Path.Combine(Folder.FullName, "vehicle" + PairRecord.FileExtension);

    public string ChargerPath => Path.Combine(Folder.FullName, "charger");

    public string VehiclePath => Path.Combine(Folder.FullName, "vehicle");

    /// <summary>Makes the world of one demonstration with fresh keys.</summary>
    public void Prepare(DateTimeOffset now)
    {
        foreach (var old in new[] { AnchorsPath, ChargerPath, VehiclePath }.Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        File.Delete(RecordPath);
        File.Delete(VehicleRecordPath);
        using var hierarchy = PkiHierarchy.Create(now);
        var all = hierarchy.ToDirectory(hierarchy.CreateEvidence(now));
        Subset(all, PkiDirectory.Secc).Write(ChargerPath);
        Subset(all, PkiDirectory.Contract).Write(VehiclePath);
        all.Anchors.Save(AnchorsPath);

        var tariff = Sign(hierarchy.CpoDeclarationSigner, AuthorityRole.ChargePointOperator, now, 1, new TariffBody(DayTariff()));
        var meter = Sign(hierarchy.MeterDeclarationSigner, AuthorityRole.Meter, now, 2, new MeterBody
        {
            MeterSerial = MeterSerial.ToString(System.Globalization.CultureInfo.InvariantCulture),
            EvseIds = [EvseId],
            Accuracy = MeterClass.B,
        });
        var roaming = Sign(hierarchy.MoDeclarationSigner, AuthorityRole.MobilityOperator, now, 3, new RoamingBody
        {
            Tariffs = [tariff.Hash],
            Liability = LiabilityClass.MobilityOperator,
            Caps = new() { EnergyWh = 80_000, Amount = new Money(9_000, Euro), Duration = TimeSpan.FromHours(12) },
            MaxSessionsOffline = 20,
            MaxEvidenceAge = TimeSpan.FromDays(7),
        }, new() { Contracts = [HashOf(hierarchy.MoRoot)], Chargers = [HashOf(hierarchy.CpoSub1)] });
        // The charger holds the operator's promise too: an unmodified vehicle cannot bring it.
        DeclarationFolder.Write(ChargerPath, [tariff, meter, roaming]);
        DeclarationFolder.Write(VehiclePath, [roaming]);
    }

    /// <summary>What the charger brings to a session, read from its folder.</summary>
    public ChargerSettlementOptions ChargerOptions(DemoOptions options, out TrustStore anchors, out RevocationEvidence evidence)
    {
        var own = PkiDirectory.Load(ChargerPath);
        var declarations = DeclarationFolder.Read(ChargerPath);
        (anchors, evidence) = (own.Anchors, own.Evidence);
        return new()
        {
            EvseId = EvseId,
            Credential = own.Credentials[PkiDirectory.Secc],
            Tariff = declarations.Single(d => d.Content.Body is TariffBody),
            Declarations = [.. declarations.Where(d => d.Content.Body is not TariffBody)],
            Evidence = own.Evidence,
            Caps = new() { EnergyWh = 100_000, Amount = new Money(10_000, Euro), Duration = TimeSpan.FromHours(24) },
            Slice = SliceFor(options.Speedup),
            // The other side answers in real time while this clock is accelerated.
            Timers = TimersFor(options.Speedup),
            AcceptWithin = TimeSpan.FromSeconds(30) * options.Speedup,
            // The two sides read their meters up to half a second of real time apart.
            Tolerance = new(Math.Max(150, 10L * options.Speedup), 50_000),
        };
    }

    /// <summary>What the vehicle brings to a session, read from its folder.</summary>
    public VehicleSettlementOptions VehicleOptions(DemoOptions options, out TrustStore anchors, out RevocationEvidence evidence)
    {
        var own = PkiDirectory.Load(VehiclePath);
        (anchors, evidence) = (own.Anchors, own.Evidence);
        return new()
        {
            Credential = own.Credentials[PkiDirectory.Contract],
            Declarations = DeclarationFolder.Read(VehiclePath),
            Evidence = own.Evidence,
            MaxSliceWh = SliceFor(300).EnergyWh,
            MaxToleranceWh = 3_000,
            Timers = TimersFor(options.Speedup),
            Limits = new() { EnergyWh = 60_000, Amount = new Money(5_000, Euro), Duration = TimeSpan.FromHours(10) },
        };
    }

    // About two seconds of real time at the power of the demonstration.
    private static Slice SliceFor(int speedup) =>
        new(Math.Max(2_000, 28L * speedup), new Money(Math.Max(150, 2L * speedup), Euro), TimeSpan.FromSeconds(Math.Max(300, 5 * speedup)));

    private static SettlementTimers TimersFor(int speedup) => new()
    {
        Opening = TimeSpan.FromSeconds(30) * speedup,
        Resend = TimeSpan.FromSeconds(3) * speedup,
        FinalReading = TimeSpan.FromSeconds(5) * speedup,
        PeerLost = TimeSpan.FromSeconds(8) * speedup,
    };

    // 0.49 EUR/kWh and 1.00 EUR a session, both before 19 % VAT.
    private static Tariff DayTariff() => new()
    {
        Id = "DAY-2026",
        Currency = Euro,
        TaxMode = TaxMode.Excluded,
        Rounding = RoundingRule.TotalHalfUp,
        Elements =
        [
            new([
                new() { Dimension = PriceDimension.Energy, Price = 0.49m, Taxes = [new("VAT", 19m)] },
                new() { Dimension = PriceDimension.Flat, Price = 1.00m, Taxes = [new("VAT", 19m)] },
            ]),
        ],
    };

    private static CarriedDeclaration Sign(Credential issuer, AuthorityRole role, DateTimeOffset now, long serial, DeclarationBody body, DeclarationScope? scope = null) =>
        CarriedDeclaration.Sign(
            new()
            {
                Issuer = role,
                IssuerChain = [.. ((ImmutableArray<Certificate>)[issuer.Leaf, .. issuer.Intermediates]).Select(c => new Digest(c.Sha256.Span))],
                Serial = serial,
                NotBefore = Whole(now - TimeSpan.FromHours(1)),
                NotAfter = Whole(now + TimeSpan.FromDays(60)),
                Scope = scope ?? DeclarationScope.All,
                Body = body,
            },
            issuer);

    private static PkiDirectory Subset(PkiDirectory all, string name) =>
        all with { Credentials = ImmutableSortedDictionary<string, Credential>.Empty.Add(name, all.Credentials[name]) };

    private static Digest HashOf(CertificateAuthority authority) => new(authority.Certificate.Sha256.Span);

    private static DateTimeOffset Whole(DateTimeOffset instant) => new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
