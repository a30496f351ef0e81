using System.Globalization;
using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Tariffs;

public sealed class OcpiTariffVectorTests
{
    // 22 November 2026 is a Sunday; the examples name days of the week, not dates.
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [CorpusFact("ocpi/tariff-vectors.jsonl")]
    public void Compute_WorkedExamples_GivesTheExactAmounts()
    {
        var checkedCount = 0;
        foreach (var line in File.ReadLines(SharedData.PathOf("ocpi/tariff-vectors.jsonl")!))
        {
            using var document = JsonDocument.Parse(line);
            var vector = document.RootElement;
            var id = vector.GetProperty("id").GetString()!;
            var tariff = FindTariff(vector.GetProperty("tariff_file").GetString()!) is { } path ? OcpiTariffReader.Read(path) : Described(id);
            var (start, periods) = Usage(id, vector.GetProperty("usage"));
            Assert.True(CostCalculator.TryCompute(tariff, start, periods, out var cost, out var fault), $"{id}: {fault}");

            // The cap is applied by the tariff itself; everywhere else the independently recomputed exact amount counts.
            var expected = id == "t6-50cap" ? "spec_total" : "exact";
            AssertAmount(id, vector.GetProperty(expected + "_ex"), cost.ExactBeforeTaxes);
            if (vector.GetProperty("spec_total_inc").ValueKind != JsonValueKind.Null)
            {
                AssertAmount(id, vector.GetProperty(expected + "_inc"), cost.ExactTotal);
            }

            AssertLines(id, vector.GetProperty("lines"), cost);
            checkedCount++;
        }

        Assert.Equal(15, checkedCount);
    }

    // Three tariffs of the specification have no file in the corpus; these are built from their worked examples.
    private static Tariff Described(string id)
    {
        PriceComponent start = new() { Dimension = PriceDimension.Flat, Price = 0.50m, Taxes = [new("VAT", 20)] };
        PriceComponent energy = new() { Dimension = PriceDimension.Energy, Price = 0.25m, Taxes = [new("VAT", 10)] };
        PriceComponent reservation = new() { Dimension = PriceDimension.Time, Price = 2m, Taxes = [new("VAT", 20)], StepSize = 600 };
        return new()
        {
            Id = id,
            Currency = Currency.Euro,
            Elements = id switch
            {
                "t8" => [new([energy])],
                "t9" => [new([start, energy])],
                "t17" => [new([reservation], new() { Reservation = ReservationRestriction.Reservation }), new([start, energy])],
                _ => throw new InvalidDataException($"there is no tariff for {id}"),
            },
        };
    }

    private static void AssertAmount(string id, JsonElement expected, decimal actual)
    {
        var amount = decimal.Parse(expected.GetString()!, CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(amount - actual) < 0.000_000_001m, $"{id}: expected {amount}, computed {actual}");
    }

    private static void AssertLines(string id, JsonElement lines, CostBreakdown cost)
    {
        var expected = lines.EnumerateArray().Select(line => (
            Dimension: line.GetProperty("dim").GetString()!,
            Quantity: decimal.Round(decimal.Parse(line.GetProperty("qty").GetString()!, CultureInfo.InvariantCulture), 6),
            Price: decimal.Parse(line.GetProperty("price").GetString()!, CultureInfo.InvariantCulture))).OrderBy(static line => line);
        var actual = ((IEnumerable<CostLine>)cost.Lines).Select(static line => (
            Dimension: Name(line),
            Quantity: decimal.Round(line.Quantity / (line.Dimension switch { PriceDimension.Energy => 1000m, PriceDimension.Flat => 1m, _ => 3600m }), 6),
            line.Component.Price)).OrderBy(static line => line);
        Assert.True(expected.SequenceEqual(actual), $"{id}: {string.Join(' ', actual)}");
    }

    private static string Name(CostLine line) => (line.Dimension, line.Reservation) switch
    {
        (PriceDimension.Energy, _) => "ENERGY",
        (PriceDimension.Flat, false) => "FLAT",
        (PriceDimension.Flat, true) => "FLAT-RES",
        (PriceDimension.Time, false) => "TIME",
        (PriceDimension.Time, true) => "RESERVATION",
        _ => "PARKING_TIME",
    };

    private static (DateTimeOffset Start, ExiList<UsagePeriod> Periods) Usage(string id, JsonElement usage)
    {
        var current = Number(usage, "max_A") ?? Number(usage, "min_A");
        var periods = new List<UsagePeriod>();
        if (Number(usage, "reservation_s") is { } reservation)
        {
            var expired = usage.TryGetProperty("expired", out _);
            periods.Add(Period(expired ? UsageKind.ReservationExpired : UsageKind.Reservation, reservation, 0, null));
        }

        if (usage.TryGetProperty("segments", out var segments))
        {
            periods.AddRange(segments.EnumerateArray().Select(static segment =>
                Period(UsageKind.Charging, segment.GetProperty("s").GetInt64(), segment.GetProperty("wh").GetInt64(), null)));
        }
        else if (Number(usage, "wh") is not null || Number(usage, "charging_s") is not null)
        {
            periods.Add(Period(UsageKind.Charging, Number(usage, "charging_s") ?? 3600, Number(usage, "wh") ?? 0, current * 1000));
        }

        if (Number(usage, "parking_s") is { } parking)
        {
            periods.Add(Period(UsageKind.Parking, parking, 0, current is null ? null : 0));
        }

        var start = usage.TryGetProperty("start_local", out var text) ? Start(text.GetString()!) : Sunday;
        return (start, Cut(id, start, periods));
    }

    // The vectors give whole phases; a session is cut where the tariff switches: at 17:00 and 20:00 in the step-size example.
    private static ExiList<UsagePeriod> Cut(string id, DateTimeOffset start, List<UsagePeriod> periods)
    {
        long? at = id switch
        {
            "t14-2" => 25 * 60,
            "t14-3" => 20 * 60,
            _ => null,
        };
        var cut = new List<UsagePeriod>();
        long second = 0;
        foreach (var period in periods)
        {
            var length = (long)period.Duration.TotalSeconds;
            if (at is { } switchAt && second < switchAt && second + length > switchAt)
            {
                cut.Add(period with { Duration = TimeSpan.FromSeconds(switchAt - second) });
                cut.Add(period with { Duration = TimeSpan.FromSeconds(second + length - switchAt) });
            }
            else
            {
                cut.Add(period);
            }

            second += length;
        }

        return ExiList.Create<UsagePeriod>([.. cut]);
    }

    private static DateTimeOffset Start(string local)
    {
        var parts = local.Split(' ');
        var day = parts.Length == 1 ? 0 : parts[0] switch { "Mon" => 1, "Sat" => 6, _ => throw new FormatException(local) };
        return Sunday.AddDays(day) + TimeOnly.Parse(parts[^1], CultureInfo.InvariantCulture).ToTimeSpan();
    }

    private static UsagePeriod Period(UsageKind kind, long seconds, long wh, long? milliampere) =>
        new() { Kind = kind, Duration = TimeSpan.FromSeconds(seconds), ImportWh = wh, CurrentMilliampere = milliampere };

    private static long? Number(JsonElement usage, string name) => usage.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    private static string? FindTariff(string file) =>
        SharedData.PathOf("ocpi/2.3.0_release_payments/" + file) ?? SharedData.PathOf("ocpi/release-2.2.1-bugfixes/" + file);
}
