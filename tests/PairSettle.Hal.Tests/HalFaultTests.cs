using System.Globalization;
using System.Text.RegularExpressions;

namespace PairSettle.Hal.Tests;

public class HalFaultTests
{
    [Fact]
    public void Codes_EveryFault_StandsInTheListWithItsRetryability()
    {
        var listed = Regex.Matches(File.ReadAllText(Repository.PathOf("docs", "formats", "hal-codes.md")), @"^\| (HAL\d{4}) \| (\w+) \| (yes|no) \|", RegexOptions.Multiline)
            .Select(m => (Code: m.Groups[1].Value, Name: m.Groups[2].Value, IsRetryable: m.Groups[3].Value == "yes"));
        var declared = Enum.GetValues<HalFault>()
            .Where(f => f != HalFault.None)
            .Select(f => (Code: f.ToCode(), Name: f.ToString(), IsRetryable: f.IsRetryable()));

        Assert.Equal(declared, listed);
    }

    [Fact]
    public void ToCode_Fault_IsPrefixAndNumber()
    {
        Assert.Equal("HAL2003", HalFault.DeadlineExceeded.ToCode());
        Assert.Equal("", HalFault.None.ToCode());
    }

    [Fact]
    public void HalException_Message_StartsWithTheCode()
    {
        var exception = new HalException(HalFault.ContactorWelded, "contactor 1");

        Assert.Equal("HAL2061: contactor 1", exception.Message);
        Assert.Equal((int)HalFault.ContactorWelded, int.Parse(exception.Code.AsSpan(3), CultureInfo.InvariantCulture));
    }
}
