namespace PairSettle.Iso15118.V2gtp;

/// <summary>Questions about payload types.</summary>
public static class V2gtpPayloadTypeExtensions
{
    /// <summary>Whether the value has a name here.</summary>
    /// <param name="payloadType">The value as received.</param>
    /// <returns>False for reserved and for foreign manufacturer-specific values.</returns>
    public static bool IsKnown(this V2gtpPayloadType payloadType) => Enum.IsDefined(payloadType);

    /// <summary>Whether the value lies in the range that manufacturers use as they like.</summary>
    /// <param name="payloadType">The value as received.</param>
    /// <returns>True from 0xA000 to 0xFFFF.</returns>
    public static bool IsManufacturerSpecific(this V2gtpPayloadType payloadType) => (int)payloadType is >= 0xA000 and <= 0xFFFF;
}
