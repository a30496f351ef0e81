namespace PairSettle.Iso15118.Sdp;

/// <summary>Which offers an EVCC takes.</summary>
public enum SdpSecurityAcceptance
{
    /// <summary>Only the security that was asked for. Anybody on the link can answer, so taking less is a decision of its own.</summary>
    AsRequested,

    /// <summary>Whatever the SECC offers.</summary>
    AsOffered,
}
