using System.Globalization;

namespace PairSettle.Exi;

public readonly partial record struct ExiDateTime
{
    private const int MaxFractionDigits = 1024;
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Reads a literal of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="literal">The literal; white space around it does not count.</param>
    /// <param name="value">The value, on success. An hour 24 is the beginning of the next day.</param>
    /// <returns>Whether it is such a literal, with at most 1,024 digits of a fraction.</returns>
    public static bool TryParse(ExiDateTimeKind kind, ReadOnlySpan<char> literal, out ExiDateTime value)
    {
        var text = literal.Trim();
        value = default;
        var moment = new ExiDateTime { Kind = kind };
        if (moment.HasYear)
        {
            if (!TakeYear(ref text, out var year))
            {
                return false;
            }

            moment = moment with { Year = year };
        }
        else if (kind != ExiDateTimeKind.Time && !(Take(ref text, '-') && Take(ref text, '-')))
        {
            return false;
        }

        if (moment.HasMonth)
        {
            if (moment.HasYear && !Take(ref text, '-') || !TakeTwo(ref text, out var month))
            {
                return false;
            }

            moment = moment with { Month = month };

            // The form with two more hyphens stood in the first edition of XML Schema.
            if (kind == ExiDateTimeKind.GMonth && text.StartsWith("--", StringComparison.Ordinal))
            {
                text = text[2..];
            }
        }

        if (moment.HasDay)
        {
            if (!Take(ref text, '-') || !TakeTwo(ref text, out var day))
            {
                return false;
            }

            moment = moment with { Day = day };
        }

        if (moment.HasTime && !TakeTime(ref text, ref moment) || !TakeZone(text, ref moment) || !moment.IsValid
            || moment.Hour == 24 && !TryMoveToNextDay(ref moment))
        {
            return false;
        }

        value = moment;
        return true;
    }

    /// <summary>Reads a literal of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="literal">The literal.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is no such literal.</exception>
    public static ExiDateTime Parse(ExiDateTimeKind kind, ReadOnlySpan<char> literal) =>
        TryParse(kind, literal, out var value) ? value : throw new FormatException($"no literal of kind {kind}");

    /// <summary>Takes 24:00:00 for what it is, the beginning of the next day (XML Schema 1.0 part 2, 3.2.7.1).</summary>
    private static bool TryMoveToNextDay(ref ExiDateTime moment)
    {
        if (moment.Minute != 0 || moment.Second != 0 || moment.Fraction is not null)
        {
            return false;
        }

        moment = moment with { Hour = 0 };
        if (!moment.HasYear)
        {
            return true;
        }

        if (moment.Year is < 1 or > 9998 || moment.Day > System.DateTime.DaysInMonth(moment.Year, moment.Month))
        {
            return false;
        }

        var next = new DateOnly(moment.Year, moment.Month, moment.Day).AddDays(1);
        moment = moment with { Year = next.Year, Month = next.Month, Day = next.Day };
        return true;
    }

    private static bool TakeTime(ref ReadOnlySpan<char> text, ref ExiDateTime moment)
    {
        if (moment.HasDay && !Take(ref text, 'T')
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

        var digits = TakeDigits(ref text);
        moment = digits.Length > MaxFractionDigits ? moment : moment with { Fraction = digits.ToString() };
        return digits.Length is > 0 and <= MaxFractionDigits;
    }

    private static bool TakeZone(ReadOnlySpan<char> text, ref ExiDateTime moment)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z")
        {
            moment = moment with { OffsetMinutes = 0 };
            return true;
        }

        var isNegative = text[0] == '-';
        if (text[0] is not ('+' or '-'))
        {
            return false;
        }

        text = text[1..];
        if (!TakeTwo(ref text, out var hours) || !Take(ref text, ':') || !TakeTwo(ref text, out var minutes) || !text.IsEmpty || minutes > 59)
        {
            return false;
        }

        moment = moment with { OffsetMinutes = (isNegative ? -1 : 1) * ((hours * 60) + minutes) };
        return true;
    }

    private static bool TakeYear(ref ReadOnlySpan<char> text, out int year)
    {
        var isNegative = Take(ref text, '-');
        var digits = TakeDigits(ref text);
        var isYear = digits.Length >= 4 & int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year < int.MaxValue - YearOffset;
        year = isNegative ? -year : year;
        return isYear;
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
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
