using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>How another communication controller is reached.</summary>
[ExiType("AlternativeSECCType", WptSchema.Namespace)]
public sealed partial record AlternativeSECCType
{
    /// <summary>The name of the wireless network, at most 255 characters.</summary>
    [ExiElement]
    [ExiLength(0, 255)]
    public string? SSID { get; init; }

    /// <summary>The MAC address of the access point, in 12 capital hexadecimal digits.</summary>
    [ExiElement]
    [ExiLength(0, 12)]
    public string? BSSID { get; init; }

    /// <summary>The IPv6 address, in capital hexadecimal digits with colons, at most 39 characters.</summary>
    [ExiElement]
    [ExiLength(0, 39)]
    public string? IPAddress { get; init; }

    /// <summary>The port.</summary>
    [ExiElement]
    public ushort? Port { get; init; }
}
