namespace PairSettle.Iso15118.Session;

/// <summary>Why a session, or the attempt at one, ended.</summary>
public enum TerminationReason
{
    /// <summary>SessionStop with Terminate was agreed.</summary>
    Completed,

    /// <summary>SessionStop with Pause was agreed.</summary>
    Paused,

    /// <summary>The connection was lost, or the peer closed it early.</summary>
    LinkLost,

    /// <summary>The session was not set up in time.</summary>
    SetupTimeout,

    /// <summary>No request arrived in time (charger), or no request could be made in time (vehicle).</summary>
    SequenceTimeout,

    /// <summary>No response arrived in time.</summary>
    MessageTimeout,

    /// <summary>The peer was still not ready after the time for Ongoing, cable check or pre-charge.</summary>
    OngoingTimeout,

    /// <summary>The vehicle did not stop although it was told to.</summary>
    StopIgnored,

    /// <summary>The two have no protocol in common.</summary>
    NoCommonProtocol,

    /// <summary>The peer offers nothing that this side could use.</summary>
    NoCommonService,

    /// <summary>A message came out of order.</summary>
    SequenceError,

    /// <summary>A message named a session that is not the one in progress.</summary>
    UnknownSession,

    /// <summary>A message could not be decoded, or is none that the peer may send.</summary>
    Undecodable,

    /// <summary>A content that the standard makes this side refuse.</summary>
    Refused,

    /// <summary>The peer answered with a code that says FAILED.</summary>
    PeerFailed,

    /// <summary>This side's operator, user or settlement asked for the end before energy flowed.</summary>
    StopRequested,

    /// <summary>The authorisation was refused or did not come.</summary>
    NotAuthorised,

    /// <summary>The pair settlement refused power, or did not permit it in time.</summary>
    PowerNotPermitted,

    /// <summary>The contactor did not follow, or changed by itself.</summary>
    ContactorFault,

    /// <summary>The control pilot shows no vehicle, or a fault.</summary>
    ControlPilotFault,

    /// <summary>A device reported a fault that forbids power.</summary>
    DeviceFault,
}
