namespace PairSettle.Credentials;

/// <summary>
/// Which text of ISO 15118-20 the certificates of a vehicle must follow beyond what both have in common: names, key usages and key identifiers
/// differ so much that no chain follows both.
/// </summary>
public enum VehicleRules
{
    /// <summary>Neither: what the profile of <see cref="CertificateUse.Vehicle"/> asks of the leaf, and no more.</summary>
    Common,

    /// <summary>ISO 15118-20:2022 as published: the leaf's subject is an organization and a common name alone ([V2G20-2598]).</summary>
    Published2022,

    /// <summary>
    /// Amendment 1: a domain component that ends in EV in every subject, an EVCCID as the leaf's common name, authorities that sign certificates
    /// and nothing else, no usages besides the TLS ones, and key identifiers made of the key ([V2G20-3073], [V2G20-3406], [V2G20-3431]).
    /// </summary>
    Amendment1,
}
