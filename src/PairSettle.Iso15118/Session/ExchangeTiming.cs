namespace PairSettle.Iso15118.Session;

/// <summary>How long the two sides may take over one request and its response.</summary>
/// <param name="Kind">The pair.</param>
/// <param name="Timeout">V2G_EVCC_Msg_Timeout: how long the vehicle waits for the response.</param>
/// <param name="Performance">V2G_SECC_Msg_Performance_Time: how long the charger may take to answer.</param>
public sealed record ExchangeTiming(MessageKind Kind, TimeSpan Timeout, TimeSpan Performance);
