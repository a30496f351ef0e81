namespace PairSettle.Exi.Tests.Values;

public class ExiDateTimeTests
{
    [Theory]
    [InlineData(ExiDateTimeKind.DateTime, "2026-11-27T23:59:60.0625+05:30")]
    [InlineData(ExiDateTimeKind.DateTime, "-0044-03-15T00:00:00")]
    [InlineData(ExiDateTimeKind.DateTime, "12026-01-01T00:00:00Z")]
    [InlineData(ExiDateTimeKind.Date, "2028-02-29-14:00")]
    [InlineData(ExiDateTimeKind.Time, "07:30:00.5Z")]
    [InlineData(ExiDateTimeKind.GYear, "1999")]
    [InlineData(ExiDateTimeKind.GYearMonth, "2026-11-08:00")]
    [InlineData(ExiDateTimeKind.GMonth, "--07")]
    [InlineData(ExiDateTimeKind.GMonthDay, "--12-25")]
    [InlineData(ExiDateTimeKind.GDay, "---31Z")]
    public void ToString_WhatWasParsed_IsTheLiteral(ExiDateTimeKind kind, string literal) => Assert.Equal(literal, ExiDateTime.Parse(kind, literal).ToString());

    [Theory]
    [InlineData(ExiDateTimeKind.DateTime, "2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData(ExiDateTimeKind.DateTime, "2026-11-27T12:00:00.500", "2026-11-27T12:00:00.5")]
    [InlineData(ExiDateTimeKind.Time, "12:00:00.000", "12:00:00")]
    [InlineData(ExiDateTimeKind.GMonth, "--07--", "--07")]
    public void Parse_OtherLiteralsOfAValue_AreThatValue(ExiDateTimeKind kind, string literal, string expected) =>
        Assert.Equal(ExiDateTime.Parse(kind, expected), ExiDateTime.Parse(kind, literal));

    [Theory]
    [InlineData(ExiDateTimeKind.Date, "2026-13-01")]
    [InlineData(ExiDateTimeKind.Date, "2026-11-27T00:00:00")]
    [InlineData(ExiDateTimeKind.DateTime, "2026-11-27")]
    [InlineData(ExiDateTimeKind.DateTime, "2026-11-27T24:00:01")]
    [InlineData(ExiDateTimeKind.Time, "12:60:00")]
    [InlineData(ExiDateTimeKind.Time, "12:00:00+14:01")]
    [InlineData(ExiDateTimeKind.Time, "12:00:00+01:60")]
    [InlineData(ExiDateTimeKind.GYear, "99")]
    [InlineData(ExiDateTimeKind.GDay, "--31")]
    public void TryParse_NoLiteralOfTheKind_IsRefused(ExiDateTimeKind kind, string literal) => Assert.False(ExiDateTime.TryParse(kind, literal, out _));

    [Fact]
    public void ToDateTimeOffset_MomentOfTheFramework_IsTheSame()
    {
        var moment = new DateTimeOffset(2026, 11, 27, 8, 15, 30, TimeSpan.FromHours(-3)).AddTicks(1_234_500);

        Assert.Equal(moment, ExiDateTime.FromDateTimeOffset(moment).ToDateTimeOffset());
        Assert.Equal("2026-11-27T08:15:30.12345-03:00", ExiDateTime.FromDateTimeOffset(moment).ToString());
        Assert.Throws<InvalidOperationException>(() => ExiDateTime.FromDate(new DateOnly(2026, 11, 27)).ToDateTimeOffset());
    }
}
