using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Credentials.Provisioning;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>What came of a delivery.</summary>
public sealed class ContractDeliveryReport
{
    internal ContractDeliveryReport(ContractDeliveryFault fault) => Fault = fault;

    /// <summary>Whether the contract may be used.</summary>
    [MemberNotNullWhen(true, nameof(Contract))]
    public bool IsAccepted => Contract is not null;

    /// <summary>Why it may not.</summary>
    public ContractDeliveryFault Fault { get; }

    /// <summary>The published code of <see cref="Fault"/>, such as <c>V2G6003</c>; empty where there is none.</summary>
    public string Code => Fault is ContractDeliveryFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"V2G{(int)Fault}");

    /// <summary>What the verification of the provisioning service's chain found; null where it did not come to that.</summary>
    public ChainReport? Provider { get; internal init; }

    /// <summary>What the verification of the signature found; null where it did not come to that.</summary>
    public XmlSignatureReport? Signature { get; internal init; }

    /// <summary>What the opening of the private key found.</summary>
    public ProvisioningFault KeyFault { get; internal init; }

    /// <summary>The contract; not null exactly when it is accepted. The caller disposes it.</summary>
    public DeliveredContract? Contract { get; internal init; }

    /// <summary>Code and causes, without personal identifiers.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => Fault switch
    {
        ContractDeliveryFault.None => "accepted",
        ContractDeliveryFault.ProviderNotTrusted => $"{Code} {Fault}: {Provider}",
        ContractDeliveryFault.SignatureInvalid => $"{Code} {Fault}: {Signature}",
        ContractDeliveryFault.KeyNotOpened => $"{Code} {Fault}: {KeyFault.ToCode()} {KeyFault}",
        _ => $"{Code} {Fault}",
    };
}
