using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>What both sides keep while a session is paused, so that it can be joined again.</summary>
public sealed record PausedSession
{
    /// <summary>The identifier of the session: eight octets, not all zero.</summary>
    public required ExiBytes SessionID { get; init; }

    /// <summary>The vehicle that the session belongs to. A personal identifier: it is never logged.</summary>
    public required ExiBytes EVCCID { get; init; }

    /// <summary>The payment option, which stays the same.</summary>
    public required PaymentOptionType PaymentOption { get; init; }

    /// <summary>The energy transfer mode, which stays the same.</summary>
    public required EnergyTransferModeType EnergyTransferMode { get; init; }
}
