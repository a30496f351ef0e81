using System.Globalization;
using System.Text.RegularExpressions;

namespace PairSettle.Exi.Tests;

public partial class ExiErrorTests
{
    [Fact]
    public void Code_IsPrefixAndNumber() => Assert.Equal("EXI2001", new ExiError(ExiFault.Truncated, 12, "Body").Code);

    [Theory]
    [InlineData(12, "Body/EVCCID", "EXI2001 Truncated at bit 12 in Body/EVCCID")]
    [InlineData(12, "", "EXI2001 Truncated at bit 12")]
    [InlineData(-1, "Body", "EXI2001 Truncated in Body")]
    public void ToString_NamesCodeAndPlace(int offset, string path, string expected) =>
        Assert.Equal(expected, new ExiError(ExiFault.Truncated, offset, path).ToString());

    [Fact]
    public void Exception_CarriesTheError()
    {
        var error = new ExiError(ExiFault.InvalidChoice, 3, "A");

        Assert.Equal(error, new ExiContentException(error).Error);
        Assert.Equal(error.ToString(), new ExiContentException(error).Message);
    }

    [Fact]
    public void Documentation_ListsEveryFaultOnceAndNoOther()
    {
        var documented = Row().Matches(File.ReadAllText(Repository.PathOf("docs/formats/exi-errors.md")))
            .Select(m => (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m.Groups[2].Value));

        Assert.Equal(
            Enum.GetValues<ExiFault>().Where(f => f != ExiFault.None).Select(f => ((int)f, f.ToString())).Order(),
            documented.Order());
    }

    [GeneratedRegex(@"^\| EXI(\d{4}) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
