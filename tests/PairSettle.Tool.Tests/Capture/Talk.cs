using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Tests.Commands;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>The first frames of an ISO 15118-2 session.</summary>
internal static class Talk
{
    public const string Iso2 = "urn:iso:15118:2:2013:MsgDef";

    public static byte[] SessionSetupReq => Exi(Convert.FromHexString(Vectors.SessionSetupReq));

    // The answer of a station to a SessionSetupReq (OK_NewSessionEstablished).
    public static byte[] SessionSetupRes => Convert.FromHexString("01FE80010000001F8098022C5ABDFBFFCFFB8FD1E020451114A9413960A914C4C8CCD0D4A8C480");

    public static byte[] SupportedAppProtocolReq(string offered = Iso2) => Exi(new SupportedAppProtocolReq
    {
        AppProtocol = [Offer("urn:din:70121:2012:MsgDef", 1, 2), Offer(offered, 7, 1)],
    }.ToExi());

    public static byte[] SupportedAppProtocolRes(byte schema = 7) => Exi(new SupportedAppProtocolRes
    {
        ResponseCode = ResponseCodeType.OK_SuccessfulNegotiation, SchemaID = schema,
    }.ToExi());

    /// <summary>Both sides' frames in order, the car first.</summary>
    public static (bool FromCar, byte[] Frame)[] All =>
    [
        (true, SupportedAppProtocolReq()), (false, SupportedAppProtocolRes()), (true, SessionSetupReq), (false, SessionSetupRes),
    ];

    private static AppProtocolType Offer(string name, byte schema, byte priority) => new()
    {
        ProtocolNamespace = name, VersionNumberMajor = 2, VersionNumberMinor = 0, SchemaID = schema, Priority = priority,
    };

    private static byte[] Exi(byte[] exi) => new V2gtpFrame(V2gtpPayloadType.ExiMessage, exi).ToArray();
}
