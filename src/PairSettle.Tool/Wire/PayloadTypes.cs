using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Tool.Wire;

/// <summary>What the payload types of V2GTP carry (ISO 15118-2 table 10, ISO 15118-20 table 12).</summary>
internal static class PayloadTypes
{
    /// <summary>The sets that may stand under a payload type, by short name; empty where it carries no EXI of a set known here.</summary>
    public static ReadOnlySpan<string> SetsOf(V2gtpPayloadType type) => type switch
    {
        V2gtpPayloadType.ExiMessage => (string[])["appprotocol", "din", "iso2"],
        V2gtpPayloadType.Part20Main => (string[])["iso20cm"],
        V2gtpPayloadType.Part20Ac => (string[])["iso20ac"],
        V2gtpPayloadType.Part20Dc => (string[])["iso20dc"],
        V2gtpPayloadType.Part20Acdp => (string[])["iso20acdp"],
        V2gtpPayloadType.Part20Wpt => (string[])["iso20wpt"],
        _ => [],
    };

    /// <summary>The payload type under which messages of a set travel; null for a set that never does.</summary>
    public static V2gtpPayloadType? Of(string set)
    {
        foreach (var type in Enum.GetValues<V2gtpPayloadType>())
        {
            if (SetsOf(type).Contains(set))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>A name for every value, known or not.</summary>
    public static string NameOf(V2gtpPayloadType type) => type switch
    {
        _ when type.IsKnown() => type.ToString(),
        _ when type.IsManufacturerSpecific() => "ManufacturerSpecific",
        _ => "Reserved",
    };

    /// <summary>
    /// Whether the root can stand alone under payload type 0x8001: of the many global elements of DIN 70121 and ISO 15118-2 only
    /// V2G_Message can.
    /// </summary>
    public static bool IsMessageRoot(string root) => root is "V2G_Message" or "supportedAppProtocolReq" or "supportedAppProtocolRes";
}
