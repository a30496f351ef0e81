using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>
/// What a vehicle signs with and where its contracts go: it opens deliveries, and signs with the new contract from then on. Serve it to
/// <see cref="EvccHost"/> both as signer and as <see cref="EvccHost.Contracts"/>.
/// </summary>
public sealed class VehicleCredentials : IContractSigner, IContractStore, IDisposable
{
    private readonly Credential _oemProvisioning;
    private readonly ICredentialAgreement _oemKey;
    private readonly ContractDeliveryTrust _trust;
    private readonly TimeProvider _time;
    private readonly List<IDisposable> _owned = [];
    private readonly Lock _gate = new();
    private Credential? _contract;
    private ICredentialAgreement? _contractKey;

    /// <summary>A vehicle.</summary>
    /// <param name="oemProvisioning">The provisioning credential.</param>
    /// <param name="oemKey">Its private key for key agreement.</param>
    /// <param name="trust">Whom the vehicle trusts to deliver contracts.</param>
    /// <param name="contract">The contract that the vehicle has already, if any.</param>
    /// <param name="contractKey">The contract's private key for key agreement; without it no update can be opened.</param>
    /// <param name="time">The clock; the system's if null.</param>
    public VehicleCredentials(
        Credential oemProvisioning,
        ICredentialAgreement oemKey,
        ContractDeliveryTrust trust,
        Credential? contract = null,
        ICredentialAgreement? contractKey = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(oemProvisioning);
        ArgumentNullException.ThrowIfNull(oemKey);
        ArgumentNullException.ThrowIfNull(trust);
        _oemProvisioning = oemProvisioning;
        _oemKey = oemKey;
        _trust = trust;
        _contract = contract;
        _contractKey = contractKey;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Keeps a contract for the time after the session. A contract is used only when this has returned.</summary>
    public Func<DeliveredContract, CancellationToken, ValueTask>? Keep { get; init; }

    /// <summary>Is told what came of each delivery, accepted or not.</summary>
    public Action<ContractDeliveryReport>? Reported { get; init; }

    /// <summary>The contract that is signed with; null where there is none.</summary>
    public Credential? Contract
    {
        get
        {
            lock (_gate)
            {
                return _contract;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<SignatureType?> SignAsync(SignaturePurpose purpose, BodyBaseType element, CancellationToken cancellationToken) =>
        new CredentialSigner(Contract, _oemProvisioning).SignAsync(purpose, element, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<EvccContract?> InstallAsync(V2G_Message response, ExiBytes raw, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (Recipient(response.Body.BodyElement) is not ({ } recipient, { } key))
        {
            Reported?.Invoke(new(ContractDeliveryFault.NotADelivery));
            return null;
        }

        var report = ContractDelivery.Open(response, recipient, key, _trust, _time.GetUtcNow());
        if (!report.IsAccepted)
        {
            Reported?.Invoke(report);
            return null;
        }

        var contract = report.Contract;
        try
        {
            if (Keep is { } keep)
            {
                await keep(contract, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            contract.Dispose();
            throw;
        }

        var agreement = contract.CreateAgreement();
        lock (_gate)
        {
            _owned.AddRange([contract, agreement]);
            _contract = contract.Credential;
            _contractKey = agreement;
        }

        Reported?.Invoke(report);
        return EvccContract.Of(contract.Credential);
    }

    /// <summary>Disposes of the keys that were delivered; those that were handed over are their owner's.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var owned in _owned)
            {
                owned.Dispose();
            }

            _owned.Clear();
        }
    }

    private (Certificate? Certificate, ICredentialAgreement? Key) Recipient(BodyBaseType? body)
    {
        lock (_gate)
        {
            return body switch
            {
                CertificateInstallationRes => (_oemProvisioning.Leaf, _oemKey),
                CertificateUpdateRes => (_contract?.Leaf, _contractKey),
                _ => default,
            };
        }
    }
}
