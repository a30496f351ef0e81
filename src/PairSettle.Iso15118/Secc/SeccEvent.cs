namespace PairSettle.Iso15118.Secc;

/// <summary>What the charger reports while it works. None of it names anybody.</summary>
public enum SeccEvent
{
    /// <summary>A protocol was chosen.</summary>
    ProtocolChosen,

    /// <summary>The vehicle showed that it can settle as a pair.</summary>
    VehicleCanPair,

    /// <summary>A new session was established.</summary>
    SessionEstablished,

    /// <summary>A paused session was joined again.</summary>
    SessionJoined,

    /// <summary>Pair settlement was selected.</summary>
    PairingSelected,

    /// <summary>The session is authorised.</summary>
    Authorised,

    /// <summary>Charge parameters are agreed.</summary>
    ParametersAgreed,

    /// <summary>The cable is safe (DC).</summary>
    CableCheckPassed,

    /// <summary>Energy can flow.</summary>
    PowerOn,

    /// <summary>Energy cannot flow any more.</summary>
    PowerOff,

    /// <summary>The vehicle signed a meter reading.</summary>
    ReceiptAccepted,

    /// <summary>The vehicle was told to stop.</summary>
    StopNotified,

    /// <summary>Parameters are negotiated again.</summary>
    Renegotiating,

    /// <summary>The contactor did not follow a command, or moved without one.</summary>
    ContactorFault,

    /// <summary>A request was refused.</summary>
    RequestRefused,

    /// <summary>An input had no meaning at this point and was dropped.</summary>
    InputIgnored,
}
