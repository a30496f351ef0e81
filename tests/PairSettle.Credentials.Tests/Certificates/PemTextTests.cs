namespace PairSettle.Credentials.Tests.Certificates;

public sealed class PemTextTests
{
    [Theory]
    [InlineData("-----BEGIN A-----\nAQ==\n-----END A-----", "A:AQ==")]
    [InlineData("text -----BEGIN A-----AQ==-----END A----- text\r\n-----BEGIN B C-----\r\nAg==\r\n-----END B C-----\r\n", "A:AQ== B C:Ag==")]
    [InlineData("-----BEGIN A----------END A-----", "A:")]
    [InlineData("-----BEGIN A-----\nAQ==\n-----END B-----\n-----BEGIN C-----\nAw==\n-----END C-----", "C:Aw==")]
    [InlineData("-----BEGIN A-----\n-----BEGIN B-----\nAg==\n-----END B-----\n-----END A-----", "B:Ag==")]
    [InlineData("-----BEGIN A-----\nAQ==\n-----END A", "")]
    [InlineData("-----BEGIN A-----\nAQ==\n", "")]
    [InlineData("-----BEGIN A", "")]
    [InlineData("-----END A-----", "")]
    [InlineData("", "")]
    public void TryTake_Text_GivesItsBlocksInOrder(string text, string expected)
    {
        var blocks = new List<string>();
        ReadOnlySpan<char> rest = text;
        while (PemText.TryTake(ref rest, out var label, out var data))
        {
            blocks.Add($"{label}:{data.Trim()}");
        }

        Assert.Equal(expected, string.Join(' ', blocks));
    }

    [Theory]
    [InlineData("AQID", "010203")]
    [InlineData("A Q\r\nI=\n", "0102")]
    [InlineData("", "")]
    [InlineData("AQI", null)]
    [InlineData("Proc-Type: 4,ENCRYPTED", null)]
    public void TryDecode_Data_IsBase64OrRefused(string data, string? expected)
    {
        Assert.Equal(expected is not null, PemText.TryDecode(data, out var octets));
        Assert.True(expected is null || expected == Convert.ToHexString(octets.Span));
    }

    /// <summary>Each of these beginnings once made the rest of the text be looked through.</summary>
    [Fact]
    public void TryRead_LongestTextOfBeginnings_IsLookedThroughOnce()
    {
        const string Beginning = "-----BEGIN CERTIFICATE-----\n";
        var text = string.Concat(Enumerable.Repeat(Beginning, CertificatePem.MaxLength / Beginning.Length));

        Assert.False(CertificatePem.TryRead(text, out _, out var error));
        Assert.Equal(CredentialFault.InvalidPem, error.Fault);
        Assert.False(SignedTrustList.TryParse(text + text, out _, out error));
        Assert.Equal(CredentialFault.InvalidPem, error.Fault);
    }

    [Fact]
    public void TryRead_BlockThatIsNoBase64AfterASoundOne_IsRefusedWithItsCode()
    {
        var text = CertificatePem.Write([new TestBranch().Leaf]) + "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n";

        Assert.False(CertificatePem.TryRead(text, out var certificates, out var error));
        Assert.Empty(certificates);
        Assert.Equal(CredentialFault.InvalidPem, error.Fault);
    }
}
