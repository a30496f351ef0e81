namespace PairSettle.Credentials.Tests.Identifiers;

public sealed class IdentifierTests
{
    // Published samples of the ISO 15118 and eMI3 check character; the last two are the ones that test material gets wrong.
    [Theory]
    [InlineData("NN123ABCDEFGHI", 'T')]
    [InlineData("FRXYZ123456789", '2')]
    [InlineData("ITA1B2C3E4F5G6", '4')]
    [InlineData("ESZU8WOX834H1D", 'R')]
    [InlineData("PT73902837ABCZ", 'Z')]
    [InlineData("DE83DUIEN83QGZ", 'D')]
    [InlineData("DE83DUIEN83ZGQ", 'M')]
    [InlineData("DE8AA001234567", '0')]
    [InlineData("NLTNM000122045", 'U')]
    [InlineData("UKSWI123456791", '5')]
    [InlineData("UKSWI123456789", 'G')]
    public void Emaid_CheckCharacter_IsThePublishedOne(string body, char check)
    {
        var emaid = Emaid.Parse(body);
        Assert.Null(emaid.CheckCharacter);
        Assert.False(emaid.HasValidCheckCharacter);
        Assert.Equal(body + check, emaid.WithCheckCharacter().Value);
        Assert.True(Emaid.Parse(body + check).HasValidCheckCharacter);
        Assert.False(Emaid.Parse(body + (check == 'A' ? 'B' : 'A')).HasValidCheckCharacter);
    }

    [Theory]
    [InlineData("DE-8AA-001234567-0", "DE8AA0012345670")]
    [InlineData("de-8aa-001234567", "DE8AA001234567")]
    [InlineData("DE8AA001234567-0", "DE8AA0012345670")]
    public void Emaid_TryParse_Normalises(string text, string value)
    {
        Assert.True(Emaid.TryParse(text, out var emaid));
        Assert.Equal(value, emaid.Value);
        Assert.Equal(emaid, Emaid.Parse(emaid.ToHyphenatedString()));
        Assert.Equal("DE8AA*********", emaid.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("DE8AA00123456")]
    [InlineData("DE8AA001234567012")]
    [InlineData("D18AA001234567")]
    [InlineData("-DE8AA001234567")]
    [InlineData("DE--8AA001234567")]
    [InlineData("DE8AA001234567-")]
    [InlineData("DE8AA0012345670-")]
    [InlineData("DE8A-A001234567")]
    [InlineData("DE8AA00123456Ä")]
    public void Emaid_TryParse_OtherForms_AreRefused(string? text) => Assert.False(Emaid.TryParse(text, out _));

    [Theory]
    [InlineData("DE*8AA*E00001*1", "DE8AAE000011")]
    [InlineData("de8aae1", "DE8AAE1")]
    public void EvseId_TryParse_Normalises(string text, string value)
    {
        Assert.True(EvseId.TryParse(text, out var id));
        Assert.Equal(value, id.Value);
        Assert.Equal("DE", id.Country);
        Assert.Equal("8AA", id.Operator);
        Assert.Equal(id, EvseId.TryParse(id.ToString(), out var again) ? again : null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("DE8AAE")]
    [InlineData("DE8AAX1")]
    [InlineData("D*E8AAE1")]
    [InlineData("DE**8AAE1")]
    [InlineData("DE8AAE1*")]
    [InlineData("*DE8AAE1")]
    [InlineData("DE8AAE*1")]
    public void EvseId_TryParse_OtherForms_AreRefused(string? text) => Assert.False(EvseId.TryParse(text, out _));

    [Fact]
    public void EvseId_TryParse_SeparatorsDoNotCount()
    {
        var longest = "DE8AAE" + new string('1', 31);
        Assert.True(EvseId.TryParse(longest, out var id));
        Assert.Equal(39, id.ToString().Length);
        Assert.Equal(id, EvseId.TryParse(id.ToString(), out var again) ? again : null);
        Assert.False(EvseId.TryParse(longest + "1", out _));
        Assert.False(EvseId.TryParse(id + "*1", out _));
    }

    [Fact]
    public void Pcid_TryParse_MasksAllButTheMaker()
    {
        Assert.True(Pcid.TryParse("wmiv1234567890abcd", out var pcid));
        Assert.Equal("WMIV1234567890ABCD", pcid.Value);
        Assert.Equal("WMI**************", pcid.ToString());
        Assert.False(Pcid.TryParse("WMIV1234567890", out _));
        Assert.False(Pcid.TryParse("WMIV1234567890ABC-", out _));
    }

    [Fact]
    public void Pcid_CheckCharacter_IsPartedAndNotJudged()
    {
        Assert.True(Pcid.TryParse("WMIV1234567890ABC", out var without));
        Assert.True(Pcid.TryParse("WMIV1234567890ABCD", out var with));
        Assert.Equal((null, 'D'), (without.CheckCharacter, with.CheckCharacter));
        Assert.Equal(without.WithoutCheckCharacter, with.WithoutCheckCharacter);
    }

    [Theory]
    [InlineData("DE-8AA-S-0123456789ABCDEF0123456789ABCDEF-7")]
    [InlineData("de8aas0123456789abcdef0123456789abcdef7")]
    [InlineData("DE8AAS0123456789ABCDEF0123456789ABCDEF-7")]
    public void SeccId_TryParse_Normalises(string text)
    {
        Assert.True(SeccId.TryParse(text, out var id));
        Assert.Equal("DE8AAS0123456789ABCDEF0123456789ABCDEF7", id.Value);
        Assert.Equal(("DE", "8AA", "0123456789ABCDEF0123456789ABCDEF", '7'), (id.Country, id.Operator, id.Controller, id.CheckCharacter));
        Assert.Equal(id, SeccId.TryParse(id.ToString(), out var again) ? again : null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("DE8AAS0123456789ABCDEF0123456789ABCDEF")] // one too few
    [InlineData("DE8AAE0123456789ABCDEF0123456789ABCDEF7")] // an EVSE's
    [InlineData("D18AAS0123456789ABCDEF0123456789ABCDEF7")]
    [InlineData("DE--8AAS0123456789ABCDEF0123456789ABCDEF7")]
    [InlineData("-DE8AAS0123456789ABCDEF0123456789ABCDEF7")]
    [InlineData("DE8AAS0123456789-ABCDEF0123456789ABCDEF7")]
    [InlineData("DE8AAS0123456789ABCDEF0123456789ABCDEF7-")]
    public void SeccId_TryParse_OtherForms_AreRefused(string? text) => Assert.False(SeccId.TryParse(text, out _));

    [Fact]
    public void SeccId_LongestForm_IsAcceptedAndOneMoreIsNot()
    {
        Assert.True(SeccId.TryParse("DE8AAS" + new string('1', 249), out var longest));
        Assert.Equal(longest, SeccId.TryParse(longest.ToString(), out var again) ? again : null);
        Assert.False(SeccId.TryParse("DE8AAS" + new string('1', 250), out _));
    }
}
