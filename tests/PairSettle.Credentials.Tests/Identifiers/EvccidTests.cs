namespace PairSettle.Credentials.Tests.Identifiers;

public sealed class EvccidTests
{
    [Theory]
    [InlineData("WM1V1234567890ABCDEF")]
    [InlineData("wm1-v-1234567890abcde-f")]
    [InlineData("WM1-V1234567890ABCDEF")]
    public void TryParse_HyphensBetweenElementsAndAnyCase_IsNormalised(string text)
    {
        Assert.True(Evccid.TryParse(text, out var evccid));
        Assert.Equal("WM1V1234567890ABCDEF", evccid.Value);
        Assert.Equal("WM1", evccid.Maker);
        Assert.Equal("WM1V***", evccid.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("WM1V1234567890ABCDE")] // 19 characters
    [InlineData("WM1X1234567890ABCDEF")] // no V
    [InlineData("WMIV1234567890ABCDEF")] // I, O and Q look like digits
    [InlineData("WM1V1234567890ABC-DEF")]
    [InlineData("WM1--V1234567890ABCDEF")]
    [InlineData("-WM1V1234567890ABCDEF")]
    [InlineData("WM1V1234567890ABCDEF-")]
    [InlineData("WM1V1234567890ABCDE\u00c4")]
    public void TryParse_AnotherForm_IsRefused(string? text) => Assert.False(Evccid.TryParse(text, out _));

    [Fact]
    public void TryParse_LongestForm_IsAcceptedAndOneMoreIsNot()
    {
        Assert.True(Evccid.TryParse("WM1V" + new string('1', 251), out _));
        Assert.False(Evccid.TryParse("WM1V" + new string('1', 252), out _));
    }

    // Worked by hand: digits 1 1 1, then V = 31 as 3 1, then zeros that are dropped and a 7: weights 1 2 4, 8 5, 10 (32 is 10 modulo 11).
    // 1 + 2 + 4 + 24 + 5 + 70 = 106 = 9 * 11 + 7.
    [Theory]
    [InlineData("111V0000000000000077", true)]
    [InlineData("111V0000000000000078", false)]
    [InlineData("111V000000000000007X", false)]
    public void HasValidCheckCharacter_WorkedExample_Holds(string text, bool expected)
    {
        Assert.True(Evccid.TryParse(text, out var evccid));
        Assert.Equal(expected, evccid.HasValidCheckCharacter);
        Assert.Equal(text[^1], evccid.CheckCharacter);
        Assert.Equal("111V0000000000000077", evccid.WithCheckCharacter().Value);
    }
}
