namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// How a request was met. Every value from <see cref="FAILED"/> on ends the session; see <see cref="ResponseCodes"/>.
/// </summary>
public enum ResponseCodeType
{
    /// <summary>Done.</summary>
    OK,

    /// <summary>Done: a new session was opened.</summary>
    OK_NewSessionEstablished,

    /// <summary>Done: the earlier session goes on.</summary>
    OK_OldSessionJoined,

    /// <summary>Done, but the contract certificate expires soon and should be updated.</summary>
    OK_CertificateExpiresSoon,

    /// <summary>Failed for a reason that no other value names.</summary>
    FAILED,

    /// <summary>The request is not allowed at this point of the session.</summary>
    FAILED_SequenceError,

    /// <summary>The service was not offered.</summary>
    FAILED_ServiceIDInvalid,

    /// <summary>The header names another session than this connection's.</summary>
    FAILED_UnknownSession,

    /// <summary>A service or parameter set was chosen that was not offered.</summary>
    FAILED_ServiceSelectionInvalid,

    /// <summary>A way of payment was chosen that was not offered.</summary>
    FAILED_PaymentSelectionInvalid,

    /// <summary>A certificate of the contract's chain is not valid now.</summary>
    FAILED_CertificateExpired,

    /// <summary>A signature does not verify.</summary>
    FAILED_SignatureError,

    /// <summary>There is no certificate to deliver.</summary>
    FAILED_NoCertificateAvailable,

    /// <summary>The contract's certificate chain does not verify.</summary>
    FAILED_CertChainError,

    /// <summary>The challenge that came back is not the one that was sent.</summary>
    FAILED_ChallengeInvalid,

    /// <summary>The contract is no longer in force.</summary>
    FAILED_ContractCanceled,

    /// <summary>The vehicle's parameters cannot be met.</summary>
    FAILED_WrongChargeParameter,

    /// <summary>Power could not be switched.</summary>
    FAILED_PowerDeliveryNotApplied,

    /// <summary>A schedule was chosen that was not offered.</summary>
    FAILED_TariffSelectionInvalid,

    /// <summary>The charging profile breaks the limits of the schedule chosen.</summary>
    FAILED_ChargingProfileInvalid,

    /// <summary>The voltage at the output is too low to switch power on. The spelling is the standard's.</summary>
    FAILED_EVSEPresentVoltageToLow,

    /// <summary>The signature of a metering receipt does not verify.</summary>
    FAILED_MeteringSignatureNotValid,

    /// <summary>The way of energy transfer chosen was not offered.</summary>
    FAILED_WrongEnergyTransferType,
}
