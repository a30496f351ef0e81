using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tests.Format;

public sealed class PairRecordTests
{
    private static readonly PairRecord Record = new TestSession().Build();

    [Fact]
    public void TryParse_OwnBytes_GivesTheSameRecordAndBytes()
    {
        var der = Record.ToDer();
        Assert.True(PairRecord.TryParse(der, out var parsed, out var error), error.ToString());
        Assert.Equal(der, parsed.ToDer());
        Assert.Equal(Record.Id, parsed.Id);
        Assert.Equal(Record.Agreement.Hash, parsed.Agreement.Hash);
        Assert.Equal(Record.Offer, parsed.Offer);
        Assert.Equal(Record.LastAck, parsed.LastAck);
        Assert.Equal(Record.Attachments.Count, parsed.Attachments.Count);
    }

    [Fact]
    public void ToDer_AttachmentsInAnyOrderAndTwice_GivesOneEncoding()
    {
        var shuffled = Record with { Attachments = ExiList.Create<Attachment>([.. ((IEnumerable<Attachment>)Record.Attachments).Reverse(), .. Record.Attachments]) };
        Assert.Equal(Record.ToDer(), shuffled.ToDer());
    }

    [Fact]
    public void Id_OtherSignatureOverTheSameContent_StaysTheSame()
    {
        var again = SignedPart.Sign(Record.VehicleHalf!.Content, TestSession.SharedKeys.Contract);
        Assert.NotEqual(Record.VehicleHalf, again);
        Assert.Equal(Record.Id, (Record with { VehicleHalf = again }).Id);
    }

    [Fact]
    public void Id_OtherContent_Differs()
    {
        Assert.NotEqual(Record.Id, (Record with { VehicleHalf = null }).Id);
        Assert.NotEqual(Record.Id, (Record with { Acceptance = null }).Id);
        Assert.NotEqual(Record.Id, (Record with { VehicleHalf = Record.ChargerHalf, ChargerHalf = Record.VehicleHalf }).Id);
        Assert.NotEqual(Record.Id, new TestSession { Number = 2 }.Build().Id);
    }

    [Fact]
    public void Agreement_WithAndWithoutAcceptance_AreDifferentSessions() =>
        Assert.NotEqual(Agreement.Identify(Digest.Of([1]), null), Agreement.Identify(Digest.Of([1]), Digest.None));

    [Fact]
    public void TryParse_OtherForms_AreRefused()
    {
        foreach (var (form, fault) in new[] { (1, RecordFault.UnsupportedForm), (2, RecordFault.UnsupportedForm), (3, RecordFault.UnknownValue) })
        {
            var der = Record.ToDer();
            var at = der.AsSpan().IndexOf((byte[])[0x0A, 0x01, 0x00, 0xA0]);
            der[at + 2] = (byte)form;
            Assert.False(PairRecord.TryParse(der, out _, out var error));
            Assert.Equal(new(fault, "record.content.form"), error);
        }
    }

    [Fact]
    public void TryParse_NoHalf_IsRefused()
    {
        Assert.False(PairRecord.TryParse((Record with { ChargerHalf = null, VehicleHalf = null }).ToDer(), out _, out var error));
        Assert.Equal(RecordFault.MissingField, error.Fault);
    }

    [Fact]
    public void TryParse_TrailingByte_IsRefused()
    {
        Assert.False(PairRecord.TryParse((byte[])[.. Record.ToDer(), 0], out _, out var error));
        Assert.Equal(RecordFault.TrailingBytes, error.Fault);
    }

    [Fact]
    public void TryParse_TooLong_IsRefusedWithoutReadingIt()
    {
        Assert.False(PairRecord.TryParse(new byte[1_048_577], out _, out var error));
        Assert.Equal(RecordFault.TooLarge, error.Fault);
    }

    [Fact]
    public void TryParse_TruncatedAnywhere_IsRefused()
    {
        var der = Record.ToDer();
        for (var length = 0; length < der.Length; length += 37)
        {
            Assert.False(PairRecord.TryParse(der.AsMemory(0, length), out _, out _));
        }
    }

    [Fact]
    public void TryParse_FaultInsideAPart_NamesThePart()
    {
        var der = Record.ToDer();
        var at = der.AsSpan().IndexOf(Record.Acceptance!.Content.ToDer());
        der[at + 20] ^= 1;
        Assert.False(PairRecord.TryParse(der, out _, out var error));
        Assert.Equal(new(RecordFault.CmsMessageDigest, "record.acceptance.cms.signedAttrs.messageDigest"), error);
    }

    [Fact]
    public void Parse_WrongBytes_ThrowsWithTheCode()
    {
        var thrown = Assert.Throws<RecordContentException>(() => PairRecord.Parse(new byte[] { 1, 2, 3 }));
        Assert.Equal("REC2001", thrown.Error.Code);
    }
}
