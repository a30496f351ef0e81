using FsCheck;
using FsCheck.Fluent;

namespace PairSettle.Credentials.Tests.Certificates;

public sealed class EcdsaSignatureFormatTests
{
    [Fact]
    public void TryToP1363_OfToDer_GivesTheSame()
    {
        var parts = ArbMap.Default.GeneratorFor<byte>().ArrayOf(32).Where(part => part.Any(octet => octet != 0)).ArrayOf(2).ToArbitrary();
        Prop.ForAll(parts, part =>
        {
            byte[] p1363 = [.. part[0], .. part[1]];
            return EcdsaSignatureFormat.TryToP1363(EcdsaSignatureFormat.ToDer(p1363), 32, out var back) && back.AsSpan().SequenceEqual(p1363);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_261_122, 7));
    }

    [Theory]
    [InlineData("3006020101020101", 32, true)]
    [InlineData("3006020100020101", 32, false)]
    [InlineData("300702020001020101", 32, false)]
    [InlineData("300702020080020101", 32, true)]
    [InlineData("3006020180020101", 32, false)]
    [InlineData("300602010102010100", 32, false)]
    [InlineData("3005020101020101", 32, false)]
    [InlineData("30810602010102010101", 32, false)]
    [InlineData("3080020101020101", 32, false)]
    [InlineData("3106020101020101", 32, false)]
    [InlineData("30060201010201", 32, false)]
    [InlineData("", 32, false)]
    public void TryToP1363_Encoding_IsAcceptedOnlyWhenCanonical(string hex, int fieldLength, bool accepted) =>
        Assert.Equal(accepted, EcdsaSignatureFormat.TryToP1363(Convert.FromHexString(hex), fieldLength, out _));

    [Fact]
    public void TryToP1363_ValueLongerThanTheField_IsRefused()
    {
        var der = EcdsaSignatureFormat.ToDer([0x01, .. new byte[32], 0x01, .. new byte[32]]);
        Assert.False(EcdsaSignatureFormat.TryToP1363(der, 32, out _));
        Assert.True(EcdsaSignatureFormat.TryToP1363(der, 48, out _));
    }
}
