namespace PairSettle.Exi.Schema;

/// <summary>How EXI represents a simple type (EXI 1.0, 7.1 and 7.2).</summary>
internal enum DatatypeKind
{
    Boolean,
    Integer,
    Enumeration,
    String,
    Binary,
    Decimal,
    Float,
    DateTime,
    Date,
    Time,
    GYear,
    GYearMonth,
    GMonth,
    GMonthDay,
    GDay,
    List,
}
