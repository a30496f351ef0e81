using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Tests.V2gtp;

public sealed class V2gtpHeaderTests
{
    [Fact]
    public void TryParse_HeaderOfARealFrame_GivesTypeAndLength()
    {
        Assert.True(V2gtpHeader.TryParse(Convert.FromHexString("01fe8001000000258000f3ab"), out var header, out var error));
        Assert.Equal(new V2gtpHeader(V2gtpPayloadType.ExiMessage, 0x25), header);
        Assert.Equal("", error.Code);
    }

    [Theory]
    [InlineData("", "V2G1001")]
    [InlineData("01fe8001000000", "V2G1001")]
    [InlineData("01ff800100000000", "V2G1002")]
    [InlineData("02fe800100000000", "V2G1002")]
    [InlineData("0000800100000000", "V2G1002")]
    [InlineData("02fd800100000000", "V2G1003")]
    [InlineData("00ff800100000000", "V2G1003")]
    [InlineData("fe01800100000000", "V2G1003")]
    public void TryParse_NoHeaderOfVersionOne_IsRefusedWithItsCode(string hex, string code)
    {
        Assert.False(V2gtpHeader.TryParse(Convert.FromHexString(hex), out var header, out var error));
        Assert.Equal(code, error.Code);
        Assert.Equal(default, header);
    }

    [Fact]
    public void TryParse_AnyEightOctets_AreRefusedOrWriteTheSameOctets()
    {
        // Two of eight octets are fixed, so pure chance would hardly ever pass: half of the samples get them right.
        var octets =
            from random in Gen.Choose(0, 255).ArrayOf(V2gtpHeader.Size)
            from valid in Gen.Elements(true, false)
            select random.Select((octet, i) => valid && i < 2 ? (byte)(i == 0 ? 0x01 : 0xFE) : (byte)octet).ToArray();
        var property = Prop.ForAll(octets.ToArbitrary(), source =>
        {
            if (!V2gtpHeader.TryParse(source, out var header, out var error))
            {
                return error.Fault is V2gtpFault.InverseVersionMismatch or V2gtpFault.VersionNotSupported && (source[0] != 1 || source[1] != 0xFE);
            }

            var written = new byte[V2gtpHeader.Size];
            header.Write(written);
            return written.SequenceEqual(source);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(new Replay(new Rnd(15118, 13), null)), property);
    }

    [Fact]
    public void Write_TooSmallDestination_IsTheCallersBug() =>
        Assert.Throws<ArgumentException>(() => new V2gtpHeader(V2gtpPayloadType.ExiMessage, 0).Write(new byte[7]));

    [Theory]
    [InlineData(0x8001, true, false)]
    [InlineData(0xA051, true, true)]
    [InlineData(0xA000, false, true)]
    [InlineData(0xFFFF, false, true)]
    [InlineData(0x8007, false, false)]
    [InlineData(0x0000, false, false)]
    public void PayloadType_Ranges_FollowTheStandard(int value, bool known, bool manufacturer)
    {
        Assert.Equal(known, ((V2gtpPayloadType)value).IsKnown());
        Assert.Equal(manufacturer, ((V2gtpPayloadType)value).IsManufacturerSpecific());
    }
}
