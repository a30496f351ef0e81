namespace PairSettle.Records.Tariffs;

/// <summary>What a price component charges for (OCPI TariffDimensionType).</summary>
public enum PriceDimension
{
    /// <summary>Energy into the vehicle; the price is per kilowatt-hour, the step in watt-hours.</summary>
    Energy = 0,

    /// <summary>A fee without a unit, once per session.</summary>
    Flat = 1,

    /// <summary>Time in which the vehicle asks for no energy; the price is per hour, the step in seconds.</summary>
    ParkingTime = 2,

    /// <summary>Time of charging, or of a reservation; the price is per hour, the step in seconds.</summary>
    Time = 3,
}
