using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Values;

internal sealed partial class DateTimeDatatype
{
    private const int MaxFractionDigits = 64;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var text = literal.AsSpan().Trim();
        value = default;
        var moment = new Moment(YearOffset);
        if (_hasYear)
        {
            if (!TakeYear(ref text, out var year))
            {
                return false;
            }

            moment = new Moment(year);
        }
        else if (kind != DatatypeKind.Time && !(Take(ref text, '-') && Take(ref text, '-')))
        {
            return false;
        }

        if (_hasMonth)
        {
            if (_hasYear && !Take(ref text, '-') || !TakeTwo(ref text, out var month))
            {
                return false;
            }

            moment = moment with { Month = month };

            // The form with two more hyphens stood in the first edition of XML Schema.
            if (kind == DatatypeKind.GMonth && text.StartsWith("--", StringComparison.Ordinal))
            {
                text = text[2..];
            }
        }

        if (_hasDay)
        {
            if (!Take(ref text, '-') || !TakeTwo(ref text, out var day))
            {
                return false;
            }

            moment = moment with { Day = day };
        }

        if (_hasTime && !TakeTime(ref text, ref moment) || !TakeZone(text, ref moment) || !IsInRange(moment)
            || moment.Hour == 24 && !TryMoveToNextDay(ref moment))
        {
            return false;
        }

        value = new TypedValue(0, 0, moment);
        return true;
    }

    /// <summary>Writes 24:00:00 as what it is, the beginning of the next day (XML Schema 1.0 part 2, 3.2.7.1).</summary>
    private bool TryMoveToNextDay(ref Moment moment)
    {
        if (moment.Minute != 0 || moment.Second != 0 || moment.Fraction is not null)
        {
            return false;
        }

        moment = moment with { Hour = 0 };
        if (!_hasYear)
        {
            return true;
        }

        if (moment.Year is < 1 or > 9998 || moment.Day > DateTime.DaysInMonth(moment.Year, moment.Month))
        {
            return false;
        }

        var next = new DateOnly(moment.Year, moment.Month, moment.Day).AddDays(1);
        moment = moment with { Year = next.Year, Month = next.Month, Day = next.Day };
        return true;
    }

    private bool TakeTime(ref ReadOnlySpan<char> text, ref Moment moment)
    {
        if (kind == DatatypeKind.DateTime && !Take(ref text, 'T')
            || !TakeTwo(ref text, out var hour) || !Take(ref text, ':')
            || !TakeTwo(ref text, out var minute) || !Take(ref text, ':')
            || !TakeTwo(ref text, out var second))
        {
            return false;
        }

        moment = moment with { Hour = hour, Minute = minute, Second = second };
        if (!Take(ref text, '.'))
        {
            return true;
        }

        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = (end < 0 ? text : text[..end]).ToArray();
        text = text[digits.Length..];
        if (digits.Length is 0 or > MaxFractionDigits)
        {
            return false;
        }

        Array.Reverse(digits);
        var fraction = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        moment = moment with { Fraction = fraction.IsZero ? null : fraction };
        return true;
    }

    private static bool TakeZone(ReadOnlySpan<char> text, ref Moment moment)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z")
        {
            moment = moment with { Zone = 0 };
            return true;
        }

        var isNegative = text[0] == '-';
        if (text[0] is not ('+' or '-'))
        {
            return false;
        }

        text = text[1..];
        if (!TakeTwo(ref text, out var hours) || !Take(ref text, ':') || !TakeTwo(ref text, out var minutes) || !text.IsEmpty)
        {
            return false;
        }

        moment = moment with { Zone = (isNegative ? -1 : 1) * ((hours * 64) + minutes) };
        return true;
    }

    private static bool TakeYear(ref ReadOnlySpan<char> text, out int year)
    {
        var isNegative = Take(ref text, '-');
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        var isYear = digits.Length >= 4 & int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year < int.MaxValue - YearOffset;
        year = isNegative ? -year : year;
        return isYear;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TakeTwo(ref ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return false;
        }

        number = ((text[0] - '0') * 10) + text[1] - '0';
        text = text[2..];
        return true;
    }
}
