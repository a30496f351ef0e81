namespace PairSettle.Iso15118.Sdp;

/// <summary>How an SECC answers what an EVCC asks for.</summary>
public enum SdpAnswerPolicy
{
    /// <summary>Offer what was asked for; be silent when the SECC has no such endpoint.</summary>
    FollowRequest,

    /// <summary>Offer TLS whatever was asked for.</summary>
    RequireTls,

    /// <summary>Offer plain TCP whatever was asked for.</summary>
    ProhibitTls,
}
