using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Tests.Settlement;

public sealed class PairMessageTests
{
    private static readonly Lazy<byte[][]> Samples = new(() =>
    {
        var duel = GoldenSessionTests.Play();
        var session = duel.Charger.Session!.Id;
        var messages = duel.Steps.SelectMany(step => step.Outputs).OfType<SettlementOutput.Send>().DistinctBy(send => send.Kind)
            .Select(send => send.Message.ToArray());
        return
        [
            .. messages,
            new PairMessage.Abort(session, (int)SettlementFault.ContractRefused).ToDer(),
            new PairMessage.Abort(Digest.None, (int)SettlementFault.MessageMalformed).ToDer(),
        ];
    });

    [Fact]
    public void TryDecode_EveryKind_EncodesToTheSameOctets()
    {
        var kinds = new HashSet<PairMessageKind>();
        foreach (var octets in Samples.Value)
        {
            Assert.True(PairMessage.TryDecode(octets, out var message, out var error), error.ToString());
            Assert.Equal(octets, message.ToDer());
            kinds.Add(message.Kind);
        }

        Assert.Empty(Enum.GetValues<PairMessageKind>().Except(kinds));
    }

    [Fact]
    public void TryDecode_TruncatedAnywhereOrExtended_IsRefused()
    {
        foreach (var octets in Samples.Value)
        {
            for (var length = 0; length < octets.Length; length += octets.Length > 600 ? 17 : 1)
            {
                Assert.False(PairMessage.TryDecode(octets.AsMemory(0, length), out _, out var error));
                Assert.Equal(RecordFault.NotDer, error.Fault);
            }

            Assert.False(PairMessage.TryDecode((byte[])[.. octets, 0], out _, out var trailing));
            Assert.Equal(RecordFault.TrailingBytes, trailing.Fault);
        }
    }

    [Fact]
    public void TryDecode_AnyBitFlipped_IsRefusedOrEncodesToExactlyThat()
    {
        foreach (var octets in Samples.Value)
        {
            for (var bit = 0; bit < octets.Length * 8; bit += octets.Length > 600 ? 13 : 1)
            {
                var flipped = (byte[])octets.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                if (PairMessage.TryDecode(flipped, out var message, out _))
                {
                    Assert.Equal(flipped, message.ToDer());
                }
            }
        }
    }

    [Fact]
    public void TryDecode_SessionWhereNoneBelongs_IsRefused()
    {
        var stop = new PairMessage.Stop(Digest.Of([1]), EndReason.VehicleStopped).ToDer();
        Assert.True(PairMessage.TryDecode(stop, out _, out _));

        // Without its session a stop is nobody's.
        var lacking = new PairMessage.Stop(Digest.None, EndReason.VehicleStopped).ToDer();
        Assert.False(PairMessage.TryDecode(lacking, out _, out var error));
        Assert.Equal(new RecordError(RecordFault.MissingField, "message.content.session"), error);
    }

    [Fact]
    public void TryDecode_LongerThanTheBound_IsRefusedUnread()
    {
        Assert.False(PairMessage.TryDecode(new byte[1_048_577], out _, out var error));
        Assert.Equal(RecordFault.TooLarge, error.Fault);
    }

    [Fact]
    public void TryDecode_UnknownKind_IsRefused()
    {
        var abort = new PairMessage.Abort(Digest.None, 6001).ToDer();
        var unknown = Convert.ToHexString(abort).Replace("0A0107", "0A0109", StringComparison.Ordinal);
        Assert.False(PairMessage.TryDecode(ExiBytes.FromHex(unknown).Memory, out _, out var error));
        Assert.Equal(RecordFault.UnknownValue, error.Fault);
    }
}
