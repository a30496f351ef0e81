namespace PairSettle.Iso15118.V2gtp;

/// <summary>What a connection does with a frame of a payload type that has no name in <see cref="V2gtpPayloadType"/>.</summary>
public enum V2gtpUnknownPayloadPolicy
{
    /// <summary>Hand it to the caller like any other frame.</summary>
    Report,

    /// <summary>Skip it without a copy, and count it.</summary>
    Ignore,

    /// <summary>Close the connection with <see cref="V2gtpFault.PayloadTypeUnknown"/>.</summary>
    Close,
}
