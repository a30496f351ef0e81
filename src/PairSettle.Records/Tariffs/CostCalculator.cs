using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>Computes what a session costs, exactly, and rounds once by a named rule.</summary>
public static class CostCalculator
{
    // Periods as a tracker cuts them take one look each; a tariff that is built to be looked at for ever is refused.
    private const int MaxLooks = 20_000;

    /// <summary>
    /// Computes the cost by the rules of OCPI 2.3.0: for each dimension the first element that applies; steps round up the
    /// total of energy at the last energy price, and the total of parking time, or of charging time where nothing was parked,
    /// at the last such price; minimum and maximum count before and after taxes independently.
    /// </summary>
    /// <param name="tariff">The tariff.</param>
    /// <param name="start">When the session began.</param>
    /// <param name="periods">The periods, cut wherever another element begins to apply; reservations come first.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="fault">Why no cost follows.</param>
    /// <returns>Whether the periods resolve the tariff.</returns>
    public static bool TryCompute(
        Tariff tariff,
        DateTimeOffset start,
        ExiList<UsagePeriod> periods,
        [NotNullWhen(true)] out CostBreakdown? cost,
        out CostFault fault)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        cost = null;
        fault = Collect(tariff, start, periods, out var bill);
        if (fault != CostFault.None)
        {
            return false;
        }

        cost = Total(tariff, bill);
        fault = cost is null ? CostFault.OutOfBounds : CostFault.None;
        return cost is not null;
    }

    private static CostFault Collect(Tariff tariff, DateTimeOffset start, ExiList<UsagePeriod> periods, out Bill bill)
    {
        bill = new();
        var selector = new TariffSelector(tariff, start);
        var needsPower = tariff.AsksForPower;
        var needsCurrent = tariff.AsksForCurrent;
        long second = 0, energy = 0, total = 0;
        var looks = MaxLooks;
        foreach (var period in periods)
        {
            var seconds = period.Duration.Ticks / TimeSpan.TicksPerSecond;
            total += seconds;
            if (seconds < 0 || total > FormatLimits.MaxSeconds || period.ImportWh is < 0 or > FormatLimits.MaxQuantity)
            {
                return CostFault.OutOfBounds;
            }

            if ((needsPower && period.PowerW is null) || (needsCurrent && period.CurrentMilliampere is null))
            {
                return CostFault.QuantityMissing;
            }

            // A reservation has a clock of its own that ends when the session begins.
            var isReservation = period.Kind is UsageKind.Reservation or UsageKind.ReservationExpired;
            var from = isReservation ? 0 : second;
            var selection = selector.Select(period.Kind, from, energy, period.PowerW, period.CurrentMilliampere);
            if (!isReservation && Straddles(selector, period, from, from + seconds, energy, selection, ref looks))
            {
                return looks > 0 ? CostFault.PeriodStraddlesSwitch : CostFault.OutOfBounds;
            }

            bill.Add(period, selection, seconds, isReservation);
            if (!isReservation)
            {
                second += seconds;
                energy += period.ImportWh;
            }
        }

        return CostFault.None;
    }

    private static bool Straddles(
        TariffSelector selector, UsagePeriod period, long from, long until, long energy, TariffSelector.Selection selection, ref int looks)
    {
        for (var at = energy; at < energy + period.ImportWh || at == energy; at = selector.NextEnergyThreshold(at))
        {
            for (var second = from; second < until || second == from; second = selector.NextThreshold(second))
            {
                if (--looks <= 0 || !selector.Select(period.Kind, second, at, period.PowerW, period.CurrentMilliampere).IsSame(selection))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static CostBreakdown? Total(Tariff tariff, Bill bill)
    {
        var lines = new List<CostLine>();
        Rational before = default, after = default;
        BigInteger roundedBefore = 0, roundedAfter = 0;
        foreach (var item in bill.Close())
        {
            var (net, gross) = Price(tariff.TaxMode, item);
            before += net;
            after += gross;
            roundedBefore += net.InMinorUnits(tariff.Currency).RoundHalfUp();
            roundedAfter += gross.InMinorUnits(tariff.Currency).RoundHalfUp();
            lines.Add(new()
            {
                Dimension = item.Component.Dimension,
                Reservation = item.Reservation,
                Component = item.Component,
                Quantity = item.Quantity,
                BeforeTaxes = net.ToDecimal(),
                AfterTaxes = gross.ToDecimal(),
            });
        }

        if (tariff.Rounding == RoundingRule.LineHalfUp)
        {
            var unit = BigInteger.Pow(10, tariff.Currency.Exponent);
            before = new(roundedBefore, unit);
            after = new(roundedAfter, unit);
        }

        before = Limit(before, tariff.MinPrice?.BeforeTaxes, tariff.MaxPrice?.BeforeTaxes);
        after = Limit(after, tariff.MinPrice?.AfterTaxes, tariff.MaxPrice?.AfterTaxes);
        return TryRound(before, tariff, out var beforeTaxes) && TryRound(after, tariff, out var toPay)
            ? new()
            {
                Lines = ExiList.Create<CostLine>([.. lines]),
                ExactBeforeTaxes = before.ToDecimal(),
                ExactTotal = after.ToDecimal(),
                BeforeTaxes = beforeTaxes,
                Total = toPay,
            }
            : null;
    }

    private static (Rational Net, Rational Gross) Price(TaxMode mode, BillItem item)
    {
        var amount = Rational.From(item.Component.Price) * new Rational(item.Quantity, item.Component.Dimension switch
        {
            PriceDimension.Energy => 1000,
            PriceDimension.Flat => 1,
            _ => 3600,
        });
        var percent = 0m;
        foreach (var tax in item.Component.Taxes)
        {
            percent += tax.Percentage;
        }

        var factor = Rational.From(100 + percent) / 100;
        return mode switch
        {
            TaxMode.Excluded => (amount, amount * factor),
            TaxMode.Included => (amount / factor, amount),
            _ => (amount, amount),
        };
    }

    private static Rational Limit(Rational amount, decimal? min, decimal? max)
    {
        if (min is { } least && amount.CompareTo(Rational.From(least)) < 0)
        {
            amount = Rational.From(least);
        }

        return max is { } greatest && amount.CompareTo(Rational.From(greatest)) > 0 ? Rational.From(greatest) : amount;
    }

    private static bool TryRound(Rational amount, Tariff tariff, out Money money)
    {
        var exact = amount.InMinorUnits(tariff.Currency);
        var units = tariff.Rounding switch
        {
            RoundingRule.TotalHalfEven => exact.RoundHalfEven(),
            RoundingRule.TotalDown => exact.Floor(),
            _ => exact.RoundHalfUp(),
        };
        var fits = BigInteger.Abs(units) <= FormatLimits.MaxQuantity;
        money = new(fits ? (long)units : 0, tariff.Currency);
        return fits;
    }

    private sealed class BillItem(PriceComponent component, bool reservation)
    {
        public PriceComponent Component { get; } = component;

        public bool Reservation { get; } = reservation;

        public long Quantity { get; set; }
    }

    private sealed class Bill
    {
        private readonly List<BillItem> _items = [];
        private BillItem? _lastEnergy;
        private BillItem? _lastTime;
        private BillItem? _lastParking;
        private BillItem? _lastReservation;
        private bool _flatCharged;
        private bool _reservationFlatCharged;

        public void Add(UsagePeriod period, TariffSelector.Selection selection, long seconds, bool isReservation)
        {
            ref var charged = ref isReservation ? ref _reservationFlatCharged : ref _flatCharged;
            if (selection.Flat is { } flat && !charged)
            {
                charged = true;
                Item(flat, isReservation).Quantity = 1;
            }

            Count(selection.Energy, period.ImportWh, isReservation, ref _lastEnergy);
            Count(selection.Parking, seconds, isReservation, ref _lastParking);
            Count(selection.Time, seconds, isReservation, ref isReservation ? ref _lastReservation : ref _lastTime);
        }

        public List<BillItem> Close()
        {
            Step(_lastEnergy, PriceDimension.Energy, reservation: false);
            Step(_lastReservation, PriceDimension.Time, reservation: true);
            if (_lastParking is not null)
            {
                Step(_lastParking, PriceDimension.ParkingTime, reservation: false);
            }
            else
            {
                Step(_lastTime, PriceDimension.Time, reservation: false);
            }

            return _items;
        }

        private void Count(PriceComponent? component, long quantity, bool isReservation, ref BillItem? last)
        {
            if (component is not null && quantity > 0)
            {
                last = Item(component, isReservation);
                last.Quantity += quantity;
            }
        }

        private BillItem Item(PriceComponent component, bool isReservation)
        {
            var item = _items.Find(known => ReferenceEquals(known.Component, component) && known.Reservation == isReservation);
            if (item is null)
            {
                item = new(component, isReservation);
                _items.Add(item);
            }

            return item;
        }

        private void Step(BillItem? last, PriceDimension dimension, bool reservation)
        {
            if (last is null)
            {
                return;
            }

            long total = 0;
            foreach (var item in _items)
            {
                total += item.Component.Dimension == dimension && item.Reservation == reservation ? item.Quantity : 0;
            }

            var over = total % last.Component.StepSize;
            last.Quantity += over == 0 ? 0 : last.Component.StepSize - over;
        }
    }
}
