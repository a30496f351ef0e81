using System.Globalization;

namespace PairSettle.Records.Format;

/// <summary>An amount as an integer of the currency's smallest unit.</summary>
/// <param name="MinorUnits">The count of smallest units.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(long MinorUnits, Currency Currency)
{
    /// <summary>Adds amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.MinorUnits + right.InUnitOf(left), left.Currency);

    /// <summary>Subtracts amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.MinorUnits - right.InUnitOf(left), left.Currency);

    /// <summary>Whether the left amount is the smaller one of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.MinorUnits < right.InUnitOf(left);

    /// <summary>Whether the left amount is the larger one of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.MinorUnits > right.InUnitOf(left);

    /// <summary>The amount with its decimal point and currency, such as <c>4.27 EUR</c>.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString()
    {
        var scale = 1m;
        for (var i = 0; i < Currency.Exponent; i++)
        {
            scale *= 10;
        }

        return (MinorUnits / scale).ToString("F" + Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            + " " + Currency.Code;
    }

    private long InUnitOf(Money other) =>
        Currency == other.Currency ? MinorUnits : throw new InvalidOperationException("The amounts have different currencies.");
}
