namespace PairSettle.Records.Tariffs;

/// <summary>Whether an element is about a reservation (OCPI ReservationRestrictionType).</summary>
public enum ReservationRestriction
{
    /// <summary>The element prices a reservation that was used.</summary>
    Reservation = 0,

    /// <summary>The element prices a reservation that ran out.</summary>
    ReservationExpires = 1,
}
