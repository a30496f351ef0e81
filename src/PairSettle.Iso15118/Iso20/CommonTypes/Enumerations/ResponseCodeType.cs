namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>How a request was met. See <see cref="ResponseCodes"/>.</summary>
public enum ResponseCodeType
{
    /// <summary>Met.</summary>
    OK,

    /// <summary>Met; the contract certificate is about to expire [V2G20-2218].</summary>
    OK_CertificateExpiresSoon,

    /// <summary>A new session was opened.</summary>
    OK_NewSessionEstablished,

    /// <summary>The earlier session goes on.</summary>
    OK_OldSessionJoined,

    /// <summary>Met; the vehicle has confirmed the power tolerance.</summary>
    OK_PowerToleranceConfirmed,

    /// <summary>The means of authorization was not offered.</summary>
    WARNING_AuthorizationSelectionInvalid,

    /// <summary>A certificate has expired.</summary>
    WARNING_CertificateExpired,

    /// <summary>A certificate is not valid yet.</summary>
    WARNING_CertificateNotYetValid,

    /// <summary>A certificate has been revoked.</summary>
    WARNING_CertificateRevoked,

    /// <summary>A certificate could not be validated.</summary>
    WARNING_CertificateValidationError,

    /// <summary>The challenge returned is not the one sent [V2G20-2565].</summary>
    WARNING_ChallengeInvalid,

    /// <summary>External identification was refused.</summary>
    WARNING_EIMAuthorizationFailure,

    /// <summary>The mobility operator is not known.</summary>
    WARNING_eMSPUnknown,

    /// <summary>The vehicle does not keep to its power profile.</summary>
    WARNING_EVPowerProfileViolation,

    /// <summary>Authorization by contract failed for another reason.</summary>
    WARNING_GeneralPnCAuthorizationError,

    /// <summary>There is no certificate to deliver.</summary>
    WARNING_NoCertificateAvailable,

    /// <summary>There is no contract for the provisioning certificate.</summary>
    WARNING_NoContractMatchingPCIDFound,

    /// <summary>The vehicle has not confirmed the power tolerance.</summary>
    WARNING_PowerToleranceNotConfirmed,

    /// <summary>The schedule could not be renegotiated; the present one holds.</summary>
    WARNING_ScheduleRenegotiationFailed,

    /// <summary>Standby is not allowed.</summary>
    WARNING_StandbyNotAllowed,

    /// <summary>Wireless power transfer has met a difficulty.</summary>
    WARNING_WPT,

    /// <summary>Failed, for no reason that has a code.</summary>
    FAILED,

    /// <summary>The vehicle could not be associated with the charger.</summary>
    FAILED_AssociationError,

    /// <summary>The contactor did not switch.</summary>
    FAILED_ContactorError,

    /// <summary>The power profile does not fit the schedule.</summary>
    FAILED_EVPowerProfileInvalid,

    /// <summary>The vehicle did not keep to its power profile.</summary>
    FAILED_EVPowerProfileViolation,

    /// <summary>The signature over the meter reading is not valid.</summary>
    FAILED_MeteringSignatureNotValid,

    /// <summary>No service of energy transfer was chosen.</summary>
    FAILED_NoEnergyTransferServiceSelected,

    /// <summary>The charger does not renegotiate services.</summary>
    FAILED_NoServiceRenegotiationSupported,

    /// <summary>The session may not pause.</summary>
    FAILED_PauseNotAllowed,

    /// <summary>Power could not be switched.</summary>
    FAILED_PowerDeliveryNotApplied,

    /// <summary>The vehicle has not confirmed the power tolerance, which it must.</summary>
    FAILED_PowerToleranceNotConfirmed,

    /// <summary>The schedule could not be renegotiated.</summary>
    FAILED_ScheduleRenegotiation,

    /// <summary>The schedule chosen was not offered.</summary>
    FAILED_ScheduleSelectionInvalid,

    /// <summary>The request is out of order.</summary>
    FAILED_SequenceError,

    /// <summary>The service was not offered.</summary>
    FAILED_ServiceIDInvalid,

    /// <summary>The choice of services is not valid.</summary>
    FAILED_ServiceSelectionInvalid,

    /// <summary>A signature is not valid [V2G20-461].</summary>
    FAILED_SignatureError,

    /// <summary>The session is not known.</summary>
    FAILED_UnknownSession,

    /// <summary>The charge parameters do not fit.</summary>
    FAILED_WrongChargeParameter,
}
