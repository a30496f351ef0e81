namespace PairSettle.Records.Tariffs;

/// <summary>What a period of a session was, in the terms of OCPI.</summary>
public enum UsageKind
{
    /// <summary>The vehicle takes or gives energy, or asks for it.</summary>
    Charging = 0,

    /// <summary>The vehicle is connected and asks for no energy.</summary>
    Parking = 1,

    /// <summary>The EVSE is reserved before the session.</summary>
    Reservation = 2,

    /// <summary>The EVSE was reserved and the reservation ran out.</summary>
    ReservationExpired = 3,
}
