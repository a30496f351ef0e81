using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One hint in a <see cref="KeyInfoType"/>: exactly one property is set.</summary>
[ExiModelGroup(ExiCompositor.Choice, XmlDsigSchema.Namespace)]
public sealed partial record KeyInfoItem
{
    /// <summary>A name that both sides know the key by.</summary>
    [ExiElement(Reference = true)]
    public string? KeyName { get; init; }

    /// <summary>The public key itself.</summary>
    [ExiElement(Reference = true)]
    public KeyValueType? KeyValue { get; init; }

    /// <summary>Where the hint can be found instead.</summary>
    [ExiElement(Reference = true)]
    public RetrievalMethodType? RetrievalMethod { get; init; }

    /// <summary>Certificates, or what identifies one.</summary>
    [ExiElement(Reference = true)]
    public X509DataType? X509Data { get; init; }

    /// <summary>An OpenPGP key.</summary>
    [ExiElement(Reference = true)]
    public PGPDataType? PGPData { get; init; }

    /// <summary>A simple public key infrastructure (SPKI) key.</summary>
    [ExiElement(Reference = true)]
    public SPKIDataType? SPKIData { get; init; }

    /// <summary>In-band key agreement data. Obsolete.</summary>
    [ExiElement(Reference = true)]
    public string? MgmtData { get; init; }

    /// <summary>A hint that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Any { get; init; }
}
