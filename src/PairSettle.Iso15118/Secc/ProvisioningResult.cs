using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Secc;

/// <summary>A provisioning backend's answer to a request for a contract certificate.</summary>
public abstract record ProvisioningResult
{
    private ProvisioningResult()
    {
    }

    /// <summary>A certificate was issued.</summary>
    /// <param name="Response">CertificateInstallationRes or CertificateUpdateRes, as asked.</param>
    /// <param name="Signature">The provisioning service's signature over it.</param>
    public sealed record Issued(BodyBaseType Response, SignatureType Signature) : ProvisioningResult;

    /// <summary>None was issued.</summary>
    /// <param name="Code">The FAILED code to answer with.</param>
    public sealed record Declined(ResponseCodeType Code) : ProvisioningResult;
}
