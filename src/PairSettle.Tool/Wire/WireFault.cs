namespace PairSettle.Tool.Wire;

/// <summary>Why octets of the wire could not be shown. The number is the published code: 1002 is <c>WIRE1002</c>; see docs/formats/wire-codes.md.</summary>
internal enum WireFault
{
    None = 0,

    /// <summary>The input is neither octets nor hexadecimal digits.</summary>
    InputUnreadable = 1001,

    /// <summary>The octets begin with a V2GTP header and are not the one frame that it announces.</summary>
    FrameInvalid = 1002,

    /// <summary>No message set that may stand here accepts the octets.</summary>
    NoSetAccepts = 1003,

    /// <summary>More than one message set accepts the octets.</summary>
    SetAmbiguous = 1004,

    /// <summary>There is no codec for the set that was named or negotiated.</summary>
    SetUnknown = 1005,

    /// <summary>The set and the payload type contradict each other.</summary>
    SetContradicted = 1006,

    /// <summary>The set's codec refuses the octets or the text.</summary>
    MessageRefused = 1007,

    /// <summary>An SDP payload that is none.</summary>
    SdpRefused = 1008,

    /// <summary>The set has no payload type, so no V2GTP header can be written.</summary>
    PayloadTypeMissing = 1009,
}
