using System.Collections.Immutable;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>What the declarations of both sides allow for one session, or why they allow none.</summary>
internal sealed record SessionTerms
{
    // A clock that lags behind the device's own last record by less than this is taken for a small correction of the clock.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    public required VerifiedOpening Opening { get; init; }

    public required string EvseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public SettlementFault Fault { get; private init; }

    public Caps Caps { get; private init; } = Caps.None;

    public TimeSpan? MaxEvidenceAge { get; private init; }

    public bool DischargeAllowed { get; private init; } = true;

    public bool Holds => Fault == SettlementFault.None;

    /// <summary>Tightens the limits; an amount in another currency than the session's cannot be compared and refuses.</summary>
    public SessionTerms With(Caps caps) =>
        Caps.Amount is { } own && caps.Amount is { } other && own.Currency != other.Currency
            ? Refuse(SettlementFault.CapsRefused)
            : this with { Caps = Caps.Tighten(caps) };

    /// <summary>The time to act at: never before the device's own last statement.</summary>
    public static DateTimeOffset TimeOf(SettlementTime now, DeviceHistory history) =>
        history.Floor is { } floor && now.Wall.Instant < floor && floor - now.Wall.Instant <= ClockSlack ? floor : now.Wall.Instant;

    /// <summary>Nothing of this side's clock is believed that its own records or verified evidence contradict.</summary>
    public SessionTerms WithClock(DeviceHistory history) =>
        At < history.Floor || At < Opening.ProvenInstant ? Refuse(SettlementFault.ClockBehind) : this;

    public SessionTerms WithEvidence(TimeSpan maxAge, Caps staleCaps)
    {
        if (Opening.Freshness is Credentials.EvidenceFreshness.TooOld || Opening.OldestEvidence(At) > maxAge)
        {
            return Refuse(SettlementFault.EvidenceTooOld);
        }

        var terms = this with { MaxEvidenceAge = MaxEvidenceAge is { } age && age < maxAge ? age : maxAge };
        return Opening.Freshness is Credentials.EvidenceFreshness.Stale ? terms.With(staleCaps) : terms;
    }

    public SessionTerms WithTariff(VerifiedDeclaration? declaration, RoundingRule? rounding, Currency currency) =>
        declaration?.Content.Body is TariffBody { Tariff: var tariff }
        && Covers(declaration)
        && tariff.Currency == currency
        && (rounding is null || tariff.Rounding == rounding)
            ? this
            : Refuse(SettlementFault.TariffRefused);

    /// <summary>Whether a declaration is a promise to pay for this contract under a tariff.</summary>
    public bool IsRoaming(VerifiedDeclaration declaration, Digest tariff) =>
        declaration.Content.Body is RoamingBody body
        && Covers(declaration)
        && DeclarationRules.AcceptsTariff(body, tariff)
        && DeclarationRules.BindsContract(declaration.Content.Scope, declaration.Issuer, Opening.Contract);

    public SessionTerms WithRoaming(VerifiedDeclaration? declaration, Digest tariff, LiabilityClass liability, OfflineUse used)
    {
        if (declaration is null)
        {
            return liability == LiabilityClass.MobilityOperator ? Refuse(SettlementFault.RoamingRefused) : this;
        }

        if (!IsRoaming(declaration, tariff) || declaration.Content.Body is not RoamingBody body || body.Liability != liability
            || used.Sessions >= body.MaxSessionsOffline)
        {
            return Refuse(SettlementFault.RoamingRefused);
        }

        var terms = WithEvidence(body.MaxEvidenceAge, Caps.None).With(body.Caps);
        return body.MaxAmountOffline is { } total
            ? terms.With(new() { Amount = new(Math.Max(0, total.MinorUnits - used.MinorUnits), total.Currency) })
            : terms;
    }

    public bool IsPolicy(VerifiedDeclaration declaration) => declaration.Content.Body is PolicyBody && Covers(declaration);

    public SessionTerms WithPolicy(VerifiedDeclaration declaration, MeterClass meterClass)
    {
        if (declaration.Content.Body is not PolicyBody policy || !Covers(declaration))
        {
            return this;
        }

        if (!DeclarationRules.Names(policy.AllowedChargers, Opening.Charger)
            || !DeclarationRules.Names(policy.AllowedContracts, Opening.Contract)
            || meterClass < policy.MinMeterClass
            || !policy.Allows(At, At))
        {
            return Refuse(SettlementFault.PolicyForbids);
        }

        var terms = With(policy.Caps) with { DischargeAllowed = DischargeAllowed && policy.DischargeAllowed };
        return terms.Caps.Duration is { } duration && !policy.Allows(At, At + duration)
            ? terms.With(new() { Duration = LongestWithin(policy, duration) })
            : terms;
    }

    public bool IsMeter(VerifiedDeclaration declaration, string serial) =>
        declaration.Content.Body is MeterBody body && DeclarationRules.BindsMeter(body, serial, EvseId) && Covers(declaration);

    /// <summary>There is something to agree about: all limits are known and none is nothing.</summary>
    public SessionTerms Complete() =>
        Caps.IsComplete && Caps.EnergyWh > 0 && Caps.Amount!.Value.MinorUnits > 0 && Caps.Duration >= TimeSpan.FromSeconds(1)
            ? this
            : Refuse(SettlementFault.CapsRefused);

    // The first refusal stays: later ones may follow from it.
    public SessionTerms Refuse(SettlementFault fault) => Holds ? this with { Fault = fault } : this;

    private bool Covers(VerifiedDeclaration declaration)
    {
        var scope = declaration.Content.Scope;
        return DeclarationRules.Names(scope.Contracts, Opening.Contract)
            && DeclarationRules.Names(scope.Chargers, Opening.Charger)
            && DeclarationRules.CoversEvse(scope, EvseId);
    }

    // The windows are left once and for all at some second; halving finds it.
    private TimeSpan LongestWithin(PolicyBody policy, TimeSpan duration)
    {
        long low = 0, high = (long)duration.TotalSeconds;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = policy.Allows(At, At + TimeSpan.FromSeconds(middle)) ? (middle, high) : (low, middle);
        }

        return TimeSpan.FromSeconds(low);
    }
}
