using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Pairing;

namespace PairSettle.Iso15118.Tests.Pairing;

public sealed class PairMarkerTests
{
    [Fact]
    public void AddTo_OrdinaryRequest_AppendsTheLowestPriority()
    {
        var request = Request((1, 1), (2, 2));
        var marked = PairMarker.AddTo(request);
        Assert.Equal(3, marked.AppProtocol.Count);
        Assert.Equal(request.AppProtocol, [.. marked.AppProtocol.Take(2)]);
        Assert.Equal(
            new AppProtocolType { ProtocolNamespace = "urn:pairsettle:pair:1", VersionNumberMajor = 1, VersionNumberMinor = 0, SchemaID = 255, Priority = 3 },
            marked.AppProtocol[2]);
        Assert.True(PairMarker.IsIn(marked));
        Assert.False(PairMarker.IsIn(request));
        Assert.Equal(request.AppProtocol, PairMarker.Choosable(marked));
        Assert.Same(marked, PairMarker.AddTo(marked));
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(4, 5, true)]
    [InlineData(19, 20, true)]
    [InlineData(20, 20, false)]
    public void AddTo_FullRequest_IsLeftAlone(int entries, int most, bool added)
    {
        var request = Request([.. Enumerable.Range(1, entries).Select(i => (i, i))]);
        var marked = PairMarker.AddTo(request, most);
        Assert.Equal(added, PairMarker.IsIn(marked));
        Assert.InRange(marked.AppProtocol.Count, entries, most);
        Assert.All(marked.AppProtocol, entry => Assert.InRange(entry.Priority, 1, 20));
        Assert.Equal(marked.AppProtocol.Count, marked.AppProtocol.Select(entry => entry.SchemaID).Distinct().Count());
    }

    [Fact]
    public void AddTo_LowestPriorityTaken_MakesRoomAndKeepsTheOrder()
    {
        var marked = PairMarker.AddTo(Request((20, 255), (3, 254), (7, 0)));
        Assert.Equal([3, 1, 2, 4], marked.AppProtocol.Select(entry => (int)entry.Priority));
        Assert.Equal(253, marked.AppProtocol[3].SchemaID);
    }

    [Fact]
    public void AddTo_MoreThanTheSchemaAllows_IsTheCallersBug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PairMarker.AddTo(Request((1, 1)), 21));

    [Fact]
    public void IsMarker_OtherMajorVersionOrNamespace_IsNot()
    {
        var marker = PairMarker.AddTo(Request((1, 1))).AppProtocol[1];
        Assert.True(PairMarker.IsMarker(marker with { VersionNumberMinor = 9, Priority = 1 }));
        Assert.False(PairMarker.IsMarker(marker with { VersionNumberMajor = 2 }));
        Assert.False(PairMarker.IsMarker(marker with { ProtocolNamespace = "urn:pairsettle:pair:10" }));
        Assert.Empty(PairMarker.Choosable(new SupportedAppProtocolReq { AppProtocol = [marker with { VersionNumberMajor = 2 }] }));
    }

    private static SupportedAppProtocolReq Request(params (int Priority, int SchemaId)[] entries) => new()
    {
        AppProtocol =
        [
            .. entries.Select(entry => new AppProtocolType
            {
                ProtocolNamespace = $"urn:iso:15118:2:2013:MsgDef:{entry.SchemaId}",
                VersionNumberMajor = 2,
                VersionNumberMinor = 0,
                SchemaID = (byte)entry.SchemaId,
                Priority = (byte)entry.Priority,
            }),
        ],
    };
}
