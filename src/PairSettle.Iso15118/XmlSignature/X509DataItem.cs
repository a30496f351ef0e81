using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One statement in <see cref="X509DataType"/>: exactly one property is set.</summary>
[ExiModelGroup(ExiCompositor.Choice, XmlDsigSchema.Namespace)]
public sealed partial record X509DataItem
{
    /// <summary>Issuer and serial number of the certificate.</summary>
    [ExiElement]
    public X509IssuerSerialType? X509IssuerSerial { get; init; }

    /// <summary>The subject key identifier, without its ASN.1 wrapping.</summary>
    [ExiElement]
    public ExiBytes? X509SKI { get; init; }

    /// <summary>The certificate's subject as a distinguished name.</summary>
    [ExiElement]
    public string? X509SubjectName { get; init; }

    /// <summary>A certificate in DER.</summary>
    [ExiElement]
    public ExiBytes? X509Certificate { get; init; }

    /// <summary>A certificate revocation list in DER.</summary>
    [ExiElement]
    public ExiBytes? X509CRL { get; init; }

    /// <summary>A statement that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Any { get; init; }
}
