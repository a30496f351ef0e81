namespace PairSettle.Credentials;

/// <summary>What a chain is verified for. The caller names it, because a certificate does not tell, and it selects the profile.</summary>
public enum CertificateUse
{
    /// <summary>The charger's TLS and signing certificate.</summary>
    Secc,

    /// <summary>The contract certificate of a vehicle's user; its common name is the EMAID.</summary>
    Contract,

    /// <summary>The provisioning certificate that the vehicle maker installed; its common name is the PCID.</summary>
    OemProvisioning,

    /// <summary>The vehicle's TLS client certificate of ISO 15118-20.</summary>
    Vehicle,

    /// <summary>The certificate provisioning service that signs certificate installation responses.</summary>
    CertificateProvisioning,

    /// <summary>The signer of an authority's declarations; the request names the authority.</summary>
    Declaration,

    /// <summary>An energy meter that signs its readings.</summary>
    Meter,

    /// <summary>A delegated signer of OCSP responses.</summary>
    OcspSigner,

    /// <summary>The signer of a trust list.</summary>
    TrustList,

    /// <summary>No use of ISO 15118: RFC 5280 alone, without any profile. Never name it where a vehicle or a charger is to be trusted.</summary>
    General,
}
