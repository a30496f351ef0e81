using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement.Receipts;

/// <summary>What a charger knows when a vehicle that does not pair wants to charge.</summary>
public sealed record IsoSessionOpening
{
    /// <summary>What ties the offer to the connection.</summary>
    public required ChannelBinding Channel { get; init; }

    /// <summary>The contract certificates, leaf first, without the anchor; empty when nobody identified the payer.</summary>
    public ExiList<ExiBytes> ContractChain { get; init; }

    /// <summary>32 random octets.</summary>
    public required ExiBytes Nonce { get; init; }

    /// <summary>What the meter shows.</summary>
    public required MeterStatement StartMeter { get; init; }

    /// <summary>Now.</summary>
    public required QualifiedTime At { get; init; }
}
