using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>A request that is not answered yet, because something outside has to happen first.</summary>
internal abstract record SeccPending(MessageKind Kind)
{
    /// <summary>Waits for a session identifier.</summary>
    public sealed record NewSession(ExiBytes RequestedID, DateTimeOffset At) : SeccPending(MessageKind.SessionSetup);

    /// <summary>Waits for the judgement of the contract chain.</summary>
    public sealed record ContractCheck(DateTimeOffset At, ExiBytes Raw) : SeccPending(MessageKind.PaymentDetails);

    /// <summary>Waits for a challenge.</summary>
    public sealed record Challenge(DateTimeOffset At, bool ExpiresSoon) : SeccPending(MessageKind.PaymentDetails);

    /// <summary>Waits for the provisioning backend.</summary>
    public sealed record Provisioning(MessageKind Kind) : SeccPending(Kind);

    /// <summary>Waits for the check of the vehicle's signature.</summary>
    public sealed record AuthorizationCheck(ExiBytes Raw) : SeccPending(MessageKind.Authorization);

    /// <summary>Waits for the signature over the tariffs.</summary>
    public sealed record TariffSignature(SAScheduleListType Schedules) : SeccPending(MessageKind.ChargeParameterDiscovery);

    /// <summary>Waits for the vehicle's state C or D, and then for the contactor to close.</summary>
    public sealed record PowerOn(byte SAScheduleTupleID) : SeccPending(MessageKind.PowerDelivery);

    /// <summary>Waits for the vehicle's state B, and then for the contactor to open.</summary>
    public sealed record PowerOff(MessageKind Kind, SeccPhase Next) : SeccPending(Kind);

    /// <summary>Waits for the check of the signed meter reading.</summary>
    public sealed record ReceiptCheck(ExiBytes Raw) : SeccPending(MessageKind.MeteringReceipt);
}
