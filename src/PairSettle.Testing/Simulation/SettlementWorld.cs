using System.Collections.Immutable;
using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Tariffs;
using PairSettle.Testing.Pki;

namespace PairSettle.Testing.Simulation;

/// <summary>
/// A charger and a vehicle that can settle with each other: throw-away credentials, a tariff, a roaming promise, a signing meter with its
/// declaration, and a fleet policy that the vehicle carries. Tests change the options with <c>with</c>.
/// </summary>
public sealed record SettlementWorld
{
    private SettlementWorld(ThrowAwayPki pki, ChargerSettlementOptions charger, VehicleSettlementOptions vehicle)
    {
        Pki = pki;
        Charger = charger;
        Vehicle = vehicle;
    }

    /// <summary>The EVSE.</summary>
    public static string EvseId => "DE*PSE*E100001";

    /// <summary>The meter.</summary>
    public static string MeterSerial => "PS-METER-0042";

    /// <summary>The credentials.</summary>
    public ThrowAwayPki Pki { get; }

    /// <summary>The charger's side.</summary>
    public ChargerSettlementOptions Charger { get; init; }

    /// <summary>The vehicle's side.</summary>
    public VehicleSettlementOptions Vehicle { get; init; }

    /// <summary>Makes a world.</summary>
    /// <param name="pki">The credentials, which the caller owns.</param>
    /// <param name="tariff">The tariff; null for one with a start fee, energy and time.</param>
    /// <returns>The world.</returns>
    public static SettlementWorld Create(ThrowAwayPki pki, Tariff? tariff = null)
    {
        ArgumentNullException.ThrowIfNull(pki);
        var price = Declare(pki, pki.CpoDeclarationSigner, AuthorityRole.ChargePointOperator, 1, new TariffBody(tariff ?? DefaultTariff));
        var moRoot = new Digest(pki.Anchors.AnchorsOf(AuthorityRole.MobilityOperator)[0].Sha256.Span);
        var caps = new Caps { EnergyWh = 60_000, Amount = new(5_000, Currency.Euro), Duration = TimeSpan.FromHours(8) };
        var roaming = Declare(
            pki,
            pki.MoDeclarationSigner,
            AuthorityRole.MobilityOperator,
            2,
            new RoamingBody { Liability = LiabilityClass.MobilityOperator, Caps = caps, MaxEvidenceAge = TimeSpan.FromDays(3) },
            new() { Contracts = [moRoot] });
        var meter = Declare(
            pki,
            pki.MeterDeclarationSigner,
            AuthorityRole.Meter,
            3,
            new MeterBody
            {
                MeterSerial = MeterSerial,
                PublicKey = ExiBytes.Copy(pki.Meter.Leaf.SubjectPublicKeyInfo.Span),
                EvseIds = [EvseId],
                Accuracy = MeterClass.B,
            });
        var fleet = Declare(
            pki,
            pki.FleetDeclarationSigner,
            AuthorityRole.Fleet,
            4,
            new PolicyBody { Caps = new() { EnergyWh = 50_000 }, MinMeterClass = MeterClass.B });
        return new(
            pki,
            new()
            {
                EvseId = EvseId,
                Credential = pki.Secc,
                Tariff = price,
                Declarations = [roaming, meter],
                Caps = caps,
                Slice = new(250, new(30, Currency.Euro), TimeSpan.FromSeconds(120)),
                Tolerance = new(60, 20_000),
                Evidence = pki.Evidence,
                Disclosures = [new(SensitiveField.EvseLocation, "52.5200,13.4050")],
            },
            new()
            {
                Credential = pki.Contract,
                Declarations = [fleet],
                Limits = new() { Amount = new(4_000, Currency.Euro) },
                Evidence = RevocationEvidence.Empty,
                Disclosures = [new(SensitiveField.ContractIdentity, pki.EMAID)],
            });
    }

    /// <summary>Signs a declaration that is in force ten days around the time of the credentials.</summary>
    /// <param name="pki">The credentials.</param>
    /// <param name="issuer">Who signs.</param>
    /// <param name="role">As which authority.</param>
    /// <param name="serial">The number.</param>
    /// <param name="body">What is declared.</param>
    /// <param name="scope">About which sessions; null for all.</param>
    /// <returns>The declaration.</returns>
    public static CarriedDeclaration Declare(
        ThrowAwayPki pki, Credential issuer, AuthorityRole role, long serial, DeclarationBody body, DeclarationScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(pki);
        ArgumentNullException.ThrowIfNull(issuer);
        return CarriedDeclaration.Sign(
            new()
            {
                Issuer = role,
                IssuerChain = ExiList.Create<Digest>(
                    [new(issuer.Leaf.Sha256.Span), .. issuer.Intermediates.Select(item => new Digest(item.Sha256.Span))]),
                Serial = serial,
                NotBefore = pki.Now.AddDays(-10),
                NotAfter = pki.Now.AddDays(10),
                Scope = scope ?? DeclarationScope.All,
                Body = body,
            },
            issuer);
    }

    /// <summary>A reading that the meter signs.</summary>
    /// <param name="importWh">The import register.</param>
    /// <param name="at">When it is read.</param>
    /// <param name="powerIsOff">Whether the contactor is open.</param>
    /// <returns>The reading.</returns>
    public MeterReading Read(long importWh, QualifiedTime at, bool powerIsOff)
    {
        var statement = new MeterStatement { MeterSerial = MeterSerial, ImportWh = importWh, ExportWh = 0, At = at };
        var signature = Pki.Meter.Signer.SignHash(SHA256.HashData(statement.GetSigningInput()));
        return new(statement with { Attestation = new MeterAttestation.Signature(ExiBytes.Copy(signature)) }) { PowerIsOff = powerIsOff };
    }

    private static Tariff DefaultTariff => new()
    {
        Id = "PS-AC-22",
        Currency = Currency.Euro,
        Elements =
        [
            new(
            [
                new() { Dimension = PriceDimension.Flat, Price = 0.10m, Taxes = [new("VAT", 19)] },
                new() { Dimension = PriceDimension.Energy, Price = 0.42m, Taxes = [new("VAT", 19)] },
                new() { Dimension = PriceDimension.Time, Price = 0.60m, Taxes = [new("VAT", 19)] },
            ]),
        ],
    };
}
