using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.Iso20.DC;

namespace PairSettle.Iso15118.Tests.Iso20;

/// <summary>Parts of messages of ISO 15118-20 that tests share.</summary>
internal static class Part20
{
    public static MessageHeaderType Header { get; } = new() { SessionID = ExiBytes.FromHex("082D52779CC1E60B"), TimeStamp = 1_700_000_000 };

    public static DC_CableCheckReq CableCheck { get; } = new() { Header = Header };

    public static RationalNumberType Number(decimal number) => RationalNumberType.FromDecimal(number);
}
