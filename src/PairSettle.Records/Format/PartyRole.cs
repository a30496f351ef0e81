namespace PairSettle.Records.Format;

/// <summary>The two parties of a session. The order is the order in which a record lists them.</summary>
public enum PartyRole
{
    /// <summary>The charger, with an SECC credential.</summary>
    Charger = 0,

    /// <summary>The vehicle, with a contract credential.</summary>
    Vehicle = 1,
}
