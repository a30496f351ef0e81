using System.Buffers.Binary;

namespace PairSettle.Tool.Capture.Network;

/// <summary>A management message of HomePlug (EtherType 0x88E1), by name only: its keys are nobody's business here.</summary>
internal readonly record struct HomePlugMessage(byte Version, ushort Type)
{
    /// <summary>Reads version and type, the latter in little-endian order.</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, out HomePlugMessage message)
    {
        message = default;
        if (payload.Length < 3)
        {
            return false;
        }

        message = new(payload[0], BinaryPrimitives.ReadUInt16LittleEndian(payload[1..]));
        return true;
    }

    /// <summary>The name in HomePlug Green PHY or of the modem's maker, with the kind of message; the number where there is no name.</summary>
    public string Name => $"{BaseName ?? $"MME_0x{Type & 0xFFFC:X4}"}.{Kind}";

    // The two lowest bits.
    private string Kind => (Type & 3) switch { 0 => "REQ", 1 => "CNF", 2 => "IND", _ => "RSP" };

    private string? BaseName => (Type & 0xFFFC) switch
    {
        0x6004 => "CM_ENCRYPTED_PAYLOAD",
        0x6008 => "CM_SET_KEY",
        0x600C => "CM_GET_KEY",
        0x601C => "CM_AMP_MAP",
        0x6034 => "CM_STA_CAP",
        0x6038 => "CM_NW_INFO",
        0x6048 => "CM_NW_STATS",
        0x6064 => "CM_SLAC_PARM",
        0x6068 => "CM_START_ATTEN_CHAR",
        0x606C => "CM_ATTEN_CHAR",
        0x6074 => "CM_MNBC_SOUND",
        0x6078 => "CM_VALIDATE",
        0x607C => "CM_SLAC_MATCH",
        0x6084 => "CM_ATTEN_PROFILE",
        0xA000 => "VS_SW_VER",
        0xA01C => "VS_RS_DEV",
        0xA038 => "VS_NW_INFO",
        0xA068 => "VS_OP_ATTRIBUTES",
        0xA0B8 => "VS_LNK_STATUS",
        0xA14C => "VS_ATTENUATION_CHARACTERISTICS",
        _ => null,
    };
}
