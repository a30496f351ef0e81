namespace PairSettle.Credentials.Tests.Chains;

public sealed class NameSubtreeTests
{
    [Theory]
    [InlineData("example.test", "example.test", true)]
    [InlineData("a.Example.test", "eXample.test", true)]
    [InlineData("badexample.test", "example.test", false)]
    [InlineData("test", "example.test", false)]
    [InlineData("anything.test", "", true)]
    [InlineData("*.example.test", "example.test", true)]
    [InlineData("*.example.test", "a.example.test", false)]
    public void Contains_DnsName_IsTheDomainOrBelow(string name, string subtree, bool expected) =>
        Assert.Equal(expected, NameSubtree.Contains(Text(GeneralNameKind.Dns, name), Text(GeneralNameKind.Dns, subtree)));

    [Theory]
    [InlineData("*.example.test", "a.example.test", true)] // the asterisk may stand for the excluded label
    [InlineData("*.example.test", "b.a.example.test", false)]
    [InlineData("*.example.test", "test", true)]
    [InlineData("a.example.test", "b.example.test", false)]
    public void Overlaps_DnsName_CountsWhatAnAsteriskMayStandFor(string name, string subtree, bool expected) =>
        Assert.Equal(expected, NameSubtree.Overlaps(Text(GeneralNameKind.Dns, name), Text(GeneralNameKind.Dns, subtree)));

    [Theory]
    [InlineData("a@example.test", "example.test", true)]
    [InlineData("a@b.example.test", "example.test", false)]
    [InlineData("a@b.example.test", ".example.test", true)]
    [InlineData("a@example.test", ".example.test", false)]
    [InlineData("a@EXAMPLE.test", "a@example.test", true)]
    [InlineData("A@example.test", "a@example.test", false)] // the local part belongs to its host
    public void Contains_Mailbox_FollowsTheFormOfTheConstraint(string name, string subtree, bool expected) =>
        Assert.Equal(expected, NameSubtree.Contains(Text(GeneralNameKind.Email, name), Text(GeneralNameKind.Email, subtree)));

    [Theory]
    [InlineData("https://example.test/x", "example.test", true)]
    [InlineData("https://a.example.test:8443?q", "example.test", false)]
    [InlineData("https://user@a.example.test/", ".example.test", true)]
    [InlineData("https://example.test@other.test/", "example.test", false)]
    public void Contains_Uri_LooksAtTheHostAlone(string name, string subtree, bool expected) =>
        Assert.Equal(expected, NameSubtree.Contains(Text(GeneralNameKind.Uri, name), Text(GeneralNameKind.Uri, subtree)));

    [Theory]
    [InlineData("urn:x:y")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("//host.test/")]
    public void TryGetHost_UriWithoutAHostName_IsRefused(string uri) => Assert.False(NameSubtree.TryGetHost(uri, out _));

    [Fact]
    public void Contains_Address_MasksBothSides()
    {
        GeneralName network = new(GeneralNameKind.Ip, null, new byte[] { 192, 0, 2, 0, 255, 255, 255, 0 }, null);
        Assert.True(NameSubtree.Contains(new(GeneralNameKind.Ip, null, new byte[] { 192, 0, 2, 77 }, null), network));
        Assert.False(NameSubtree.Contains(new(GeneralNameKind.Ip, null, new byte[] { 192, 0, 3, 77 }, null), network));
        Assert.False(NameSubtree.Contains(new(GeneralNameKind.Ip, null, new byte[16], null), network)); // of another length
    }

    [Fact]
    public void IsWithin_DirectoryName_ComparesWholeRelativeNames()
    {
        var above = DistinguishedName.Create("a");
        Assert.True(DistinguishedName.Create("a", "o").IsWithin(above));
        Assert.False(DistinguishedName.Create("ab", "o").IsWithin(above));
        Assert.False(above.IsWithin(DistinguishedName.Create("a", "o")));
    }

    [Theory]
    [InlineData("a\u0002" + "2.5.4.10=B\u0002")] // what the canonical form puts between relative names
    [InlineData("a\u0001" + "2.5.4.10=B")]
    public void Equals_ControlCharactersInAValue_DoNotMakeAnotherName(string commonName)
    {
        var honest = DistinguishedName.Create("a", "b");
        var forged = DistinguishedName.Create(commonName);
        Assert.NotEqual(honest, forged);
        Assert.False(forged.IsWithin(DistinguishedName.Create("a")));
    }

    private static GeneralName Text(GeneralNameKind kind, string text) => new(kind, text, default, null);
}
