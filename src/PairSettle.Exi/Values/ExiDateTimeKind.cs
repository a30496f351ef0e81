namespace PairSettle.Exi;

/// <summary>The datatypes of XML Schema for points in time and recurring dates (XML Schema 1.0 part 2, 3.2.7 to 3.2.14).</summary>
public enum ExiDateTimeKind
{
    /// <summary>Date and time of day, <c>xs:dateTime</c>.</summary>
    DateTime,

    /// <summary>A day, <c>xs:date</c>.</summary>
    Date,

    /// <summary>A time of day, <c>xs:time</c>.</summary>
    Time,

    /// <summary>A year, <c>xs:gYear</c>.</summary>
    GYear,

    /// <summary>A month of a year, <c>xs:gYearMonth</c>.</summary>
    GYearMonth,

    /// <summary>A month of every year, <c>xs:gMonth</c>.</summary>
    GMonth,

    /// <summary>A day of every year, <c>xs:gMonthDay</c>.</summary>
    GMonthDay,

    /// <summary>A day of every month, <c>xs:gDay</c>.</summary>
    GDay,
}
