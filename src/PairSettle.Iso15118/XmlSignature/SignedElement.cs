using System.Security.Cryptography;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// An element of ISO 15118-2 that a signature covers, as the octets of which the digest is taken: its EXI fragment under the message schema.
/// For a received element they are encoded anew from the decoded value. They equal what the sender digested: the decoder refuses every stream
/// that it would not write itself, string-table hits aside, and those do not occur in fragments that are digested without a value table.
/// </summary>
public sealed class SignedElement
{
    private SignedElement(string name, string? id, byte[] fragment)
    {
        Name = name;
        Id = id;
        Fragment = fragment;
    }

    /// <summary>The element's name.</summary>
    public string Name { get; }

    /// <summary>The element's Id; null if it has none, and then no signature can cover it.</summary>
    public string? Id { get; }

    /// <summary>The EXI fragment.</summary>
    public ReadOnlyMemory<byte> Fragment { get; }

    /// <summary>SHA-256 of the fragment.</summary>
    /// <returns>32 octets.</returns>
    public byte[] Digest() => SHA256.HashData(Fragment.Span);

    /// <summary>The authorization of a Plug &amp; Charge session, signed with the contract's key.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The element to sign or verify.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema; decoded ones never do.</exception>
    public static SignedElement Of(AuthorizationReq element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new("AuthorizationReq", element.Id, Iso2Schema.EncodeFragment(element));
    }

    /// <summary>A meter reading that the vehicle confirms, signed with the contract's key.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The element to sign or verify.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema; decoded ones never do.</exception>
    public static SignedElement Of(MeteringReceiptReq element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new("MeteringReceiptReq", element.Id, Iso2Schema.EncodeFragment(element));
    }

    /// <summary>A request for a contract certificate, signed with the key of the OEM provisioning certificate.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The element to sign or verify.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema; decoded ones never do.</exception>
    public static SignedElement Of(CertificateInstallationReq element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new("CertificateInstallationReq", element.Id, Iso2Schema.EncodeFragment(element));
    }

    /// <summary>A request for a newer contract certificate, signed with the key of the present one.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The element to sign or verify.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema; decoded ones never do.</exception>
    public static SignedElement Of(CertificateUpdateReq element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new("CertificateUpdateReq", element.Id, Iso2Schema.EncodeFragment(element));
    }

    /// <summary>A tariff, signed by the mobility operator's subordinate authority.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The element to sign or verify.</returns>
    /// <exception cref="ExiContentException">The element breaks its schema; decoded ones never do.</exception>
    public static SignedElement Of(SalesTariffType element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new("SalesTariff", element.Id, Iso2Schema.EncodeFragment(element));
    }

    /// <summary>The four parts of CertificateInstallationRes that the provisioning service signs.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The elements to sign or verify, in the order of the message.</returns>
    public static IReadOnlyList<SignedElement> PartsOf(CertificateInstallationRes response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Parts(
            response.ContractSignatureCertChain, response.ContractSignatureEncryptedPrivateKey, response.DHpublickey, response.eMAID);
    }

    /// <summary>The four parts of CertificateUpdateRes that the provisioning service signs.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The elements to sign or verify, in the order of the message.</returns>
    public static IReadOnlyList<SignedElement> PartsOf(CertificateUpdateRes response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Parts(
            response.ContractSignatureCertChain, response.ContractSignatureEncryptedPrivateKey, response.DHpublickey, response.eMAID);
    }

    /// <summary>The tariffs among schedules that have an Id: those that the mobility operator signed.</summary>
    /// <param name="schedules">The schedules of ChargeParameterDiscoveryRes.</param>
    /// <returns>The elements to verify.</returns>
    public static IReadOnlyList<SignedElement> TariffsOf(SAScheduleListType schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        var tariffs = new List<SignedElement>();
        foreach (var tuple in schedules.SAScheduleTuple)
        {
            if (tuple.SalesTariff is { Id: not null } tariff)
            {
                tariffs.Add(Of(tariff));
            }
        }

        return tariffs;
    }

    private static SignedElement[] Parts(
        CertificateChainType chain, ContractSignatureEncryptedPrivateKeyType privateKey, DiffieHellmanPublickeyType publicKey, EMAIDType emaid) =>
    [
        new(ContractChainName, chain.Id, Iso2Schema.EncodeFragment(chain, ContractChainName)),
        new("ContractSignatureEncryptedPrivateKey", privateKey.Id, Iso2Schema.EncodeFragment(privateKey)),
        new("DHpublickey", publicKey.Id, Iso2Schema.EncodeFragment(publicKey)),
        new("eMAID", emaid.Id, Iso2Schema.EncodeFragment(emaid)),
    ];

    private const string ContractChainName = "ContractSignatureCertChain";
}
