using System.Formats.Asn1;

namespace PairSettle.Credentials.Tests.Certificates;

public sealed class DistinguishedNameTests
{
    [Theory]
    [InlineData("CPO Sub", "cpo  SUB", true)]
    [InlineData("CPO Sub", " CPO Sub ", true)]
    [InlineData("CPO Sub", "CPOSub", false)]
    [InlineData("CPO Sub", "CPO Sub 2", false)]
    public void Equals_CommonNames_IgnoresCaseAndRunsOfSpaces(string left, string right, bool expected)
    {
        var one = DistinguishedName.Create(left, "O", "DE", "V2G");
        var other = DistinguishedName.Create(right, "O", "DE", "V2G");
        Assert.Equal(expected, one.Equals(other));
        Assert.True(!expected || one.GetHashCode() == other.GetHashCode());
    }

    [Fact]
    public void Equals_OtherStringTypes_IgnoresTheType() =>
        Assert.Equal(Name(UniversalTagNumber.UTF8String, "Root"), Name(UniversalTagNumber.PrintableString, "root"));

    [Fact]
    public void Equals_OtherOrder_IsFalse()
    {
        var ordered = DistinguishedName.Create("A", "B");
        var tree = DerNode.Parse(ordered.RawData.Span);
        tree.Children.Reverse();
        Assert.NotEqual(ordered, DistinguishedName.Read(DerFields.Open(tree.Encode()), "name"));
    }

    [Fact]
    public void ToString_ControlCharacters_AreReplaced() =>
        Assert.Equal("CN=a?[31mb?c", DistinguishedName.Create("a\u001b[31mb\nc").ToString());

    [Fact]
    public void ToString_PersonalName_IsMasked()
    {
        var name = DistinguishedName.Create("DE8AA0012345670", "PairSettle", "DE", "MO").AsPersonal();
        Assert.Equal("CN=DE***, O=PairSettle, C=DE, DC=MO", name.ToString());
        Assert.Equal("CN=DE8AA0012345670, O=PairSettle, C=DE, DC=MO", name.ToUnmaskedString());
    }

    private static DistinguishedName Name(UniversalTagNumber kind, string value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.CommonName);
            writer.WriteCharacterString(kind, value);
        }

        return DistinguishedName.Read(DerFields.Open(writer.Encode()), "name");
    }
}
