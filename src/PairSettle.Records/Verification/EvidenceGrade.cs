namespace PairSettle.Records.Verification;

/// <summary>How much of a session the vehicle itself has signed; a higher grade compares as greater.</summary>
public enum EvidenceGrade
{
    /// <summary>Nothing: only the charger speaks, for example after payment by card.</summary>
    Asserted = 0,

    /// <summary>The vehicle signed the ISO 15118 authorisation.</summary>
    Authorised = 1,

    /// <summary>The vehicle signed ISO 15118 metering receipts.</summary>
    Receipted = 2,

    /// <summary>The vehicle agreed to the offer and signed its own half-record.</summary>
    Paired = 3,
}
