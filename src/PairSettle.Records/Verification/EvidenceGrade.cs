namespace PairSettle.Records.Verification;

/// <summary>How much of a session the vehicle itself has signed; a higher grade compares as greater.</summary>
public enum EvidenceGrade
{
    /// <summary>Nothing: only the charger speaks, for example after payment by card.</summary>
    Asserted = 0,

    /// <summary>The vehicle signed that it wants the session: an acceptance, or the ISO 15118 authorisation.</summary>
    Authorised = 1,

    /// <summary>The vehicle also signed what it received on the way: an acknowledged checkpoint, or ISO 15118 metering receipts.</summary>
    Receipted = 2,

    /// <summary>The vehicle accepted the offer and signed its own half-record, and so did the charger.</summary>
    Paired = 3,
}
