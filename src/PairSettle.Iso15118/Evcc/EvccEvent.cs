namespace PairSettle.Iso15118.Evcc;

/// <summary>What the vehicle reports while it works. None of it names anybody.</summary>
public enum EvccEvent
{
    /// <summary>The charger chose a protocol.</summary>
    ProtocolChosen,

    /// <summary>A new session was established.</summary>
    SessionEstablished,

    /// <summary>A paused session was joined again.</summary>
    SessionJoined,

    /// <summary>Pair settlement was selected.</summary>
    PairingSelected,

    /// <summary>A new contract was installed.</summary>
    ContractInstalled,

    /// <summary>The charger authorised the session.</summary>
    Authorised,

    /// <summary>Charge parameters are agreed.</summary>
    ParametersAgreed,

    /// <summary>The mobility operator's signature over the tariffs holds.</summary>
    TariffTrusted,

    /// <summary>The tariffs carry no signature that holds: they are ignored.</summary>
    TariffIgnored,

    /// <summary>The cable is safe (DC).</summary>
    CableCheckPassed,

    /// <summary>The cable has the battery's voltage (DC).</summary>
    PreCharged,

    /// <summary>Energy can flow.</summary>
    PowerOn,

    /// <summary>Energy cannot flow any more.</summary>
    PowerOff,

    /// <summary>A meter reading was signed.</summary>
    ReceiptSigned,

    /// <summary>The charger asked the vehicle to stop.</summary>
    StopNotified,

    /// <summary>Parameters are negotiated again.</summary>
    Renegotiating,

    /// <summary>A contactor did not follow a command, or may be welded.</summary>
    ContactorFault,

    /// <summary>The charger refused something.</summary>
    PeerFailed,

    /// <summary>An input had no meaning at this point and was dropped.</summary>
    InputIgnored,
}
