using System.Text.Json;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Tariffs;

/// <summary>Reads the tariff files of the OCPI specification as far as the worked examples need them.</summary>
internal static class OcpiTariffReader
{
    public static Tariff Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        return new()
        {
            Id = root.GetProperty("id").GetString()!,
            Currency = new(root.GetProperty("currency").GetString()!, 2),
            Elements = ExiList.Create<TariffElement>([.. root.GetProperty("elements").EnumerateArray().Select(ReadElement)]),
            MaxPrice = ReadLimit(root, "max_price"),
            MinPrice = ReadLimit(root, "min_price"),
            TaxMode = root.TryGetProperty("tax_included", out var mode) && mode.GetString() == "YES" ? TaxMode.Included : TaxMode.Excluded,
        };
    }

    private static PriceLimit? ReadLimit(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var limit))
        {
            return null;
        }

        // 2.3.0 and 2.2.1 spell the same two numbers differently.
        var before = limit.TryGetProperty("before_taxes", out var modern) ? modern : limit.GetProperty("excl_vat");
        var after = limit.TryGetProperty("after_taxes", out modern) || limit.TryGetProperty("incl_vat", out modern);
        return new(before.GetDecimal(), after ? modern.GetDecimal() : null);
    }

    private static TariffElement ReadElement(JsonElement element) => new(
        ExiList.Create<PriceComponent>([.. element.GetProperty("price_components").EnumerateArray().Select(ReadComponent)]),
        element.TryGetProperty("restrictions", out var restrictions) ? ReadRestrictions(restrictions) : null);

    private static PriceComponent ReadComponent(JsonElement component) => new()
    {
        Dimension = component.GetProperty("type").GetString() switch
        {
            "ENERGY" => PriceDimension.Energy,
            "FLAT" => PriceDimension.Flat,
            "PARKING_TIME" => PriceDimension.ParkingTime,
            _ => PriceDimension.Time,
        },
        Price = component.GetProperty("price").GetDecimal(),
        Taxes = component.TryGetProperty("vat", out var vat) ? [new("VAT", vat.GetDecimal())] : [],
        StepSize = component.GetProperty("step_size").GetInt32(),
    };

    private static TariffRestrictions ReadRestrictions(JsonElement restrictions) => new()
    {
        StartMinute = Minute(restrictions, "start_time"),
        EndMinute = Minute(restrictions, "end_time"),
        MinMilliampere = Scaled(restrictions, "min_current"),
        MaxMilliampere = Scaled(restrictions, "max_current"),
        MaxDuration = restrictions.TryGetProperty("max_duration", out var max) ? TimeSpan.FromSeconds(max.GetInt64()) : null,
        Days = restrictions.TryGetProperty("day_of_week", out var days)
            ? days.EnumerateArray().Aggregate(DaysOfWeek.None, static (set, day) => set | Enum.Parse<DaysOfWeek>(day.GetString()!, ignoreCase: true))
            : DaysOfWeek.All,
        Reservation = restrictions.TryGetProperty("reservation", out var reservation)
            ? reservation.GetString() == "RESERVATION" ? ReservationRestriction.Reservation : ReservationRestriction.ReservationExpires
            : null,
    };

    private static int? Minute(JsonElement restrictions, string name) =>
        restrictions.TryGetProperty(name, out var time) ? (int)TimeOnly.Parse(time.GetString()!, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes : null;

    private static long? Scaled(JsonElement restrictions, string name) =>
        restrictions.TryGetProperty(name, out var value) ? (long)(value.GetDecimal() * 1000) : null;
}
