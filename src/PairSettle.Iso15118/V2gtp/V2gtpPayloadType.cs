namespace PairSettle.Iso15118.V2gtp;

/// <summary>
/// What a V2GTP payload is (ISO 15118-2 table 10, ISO 15118-20 table 12). Every 16-bit value may arrive; those named here are known.
/// 0xA000 to 0xFFFF are manufacturer specific and nobody keeps them unique.
/// </summary>
public enum V2gtpPayloadType
{
    /// <summary>supportedAppProtocol of every edition, and all messages of DIN 70121 and ISO 15118-2, in EXI.</summary>
    ExiMessage = 0x8001,

    /// <summary>ISO 15118-20 messages that are common to all energy transfer modes.</summary>
    Part20Main = 0x8002,

    /// <summary>ISO 15118-20 messages of AC charging.</summary>
    Part20Ac = 0x8003,

    /// <summary>ISO 15118-20 messages of DC charging.</summary>
    Part20Dc = 0x8004,

    /// <summary>ISO 15118-20 messages of automatic connection devices.</summary>
    Part20Acdp = 0x8005,

    /// <summary>ISO 15118-20 messages of wireless power transfer.</summary>
    Part20Wpt = 0x8006,

    /// <summary>ISO 15118-20 amendment: AC with distributed energy resource functions by IEC rules.</summary>
    Part20AcDerIec = 0x8010,

    /// <summary>ISO 15118-20 amendment: AC with distributed energy resource functions by SAE rules.</summary>
    Part20AcDerSae = 0x8011,

    /// <summary>ISO 15118-20 side stream: schedule renegotiation.</summary>
    Part20ScheduleRenegotiation = 0x8101,

    /// <summary>ISO 15118-20 side stream: metering confirmation.</summary>
    Part20MeteringConfirmation = 0x8102,

    /// <summary>ISO 15118-20 side stream: status of an automatic connection device.</summary>
    Part20AcdpSystemStatus = 0x8103,

    /// <summary>ISO 15118-20 side stream: parking status.</summary>
    Part20ParkingStatus = 0x8104,

    /// <summary>SECC discovery request (UDP).</summary>
    SdpRequest = 0x9000,

    /// <summary>SECC discovery response (UDP).</summary>
    SdpResponse = 0x9001,

    /// <summary>SECC discovery request of wireless communication (UDP).</summary>
    SdpRequestWireless = 0x9002,

    /// <summary>SECC discovery response of wireless communication (UDP).</summary>
    SdpResponseWireless = 0x9003,

    /// <summary>Pair settlement carried in band: see docs/formats/pair-carrier.md. Sent only after both sides selected the service.</summary>
    PairSettlement = 0xA051,
}
