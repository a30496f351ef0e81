using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Evcc;

/// <summary>How the vehicle gets a contract, if the charger offers the service.</summary>
public abstract record EvccProvisioning
{
    private EvccProvisioning(ListOfRootCertificateIDsType roots) => Roots = roots;

    /// <summary>The roots that the vehicle knows.</summary>
    public ListOfRootCertificateIDsType Roots { get; }

    /// <summary>A first contract, by the OEM provisioning certificate.</summary>
    public sealed record Installation : EvccProvisioning
    {
        /// <summary>A first contract.</summary>
        /// <param name="provisioningCertificate">The OEM provisioning certificate, DER.</param>
        /// <param name="roots">The roots that the vehicle knows.</param>
        public Installation(ExiBytes provisioningCertificate, ListOfRootCertificateIDsType roots)
            : base(roots) => ProvisioningCertificate = provisioningCertificate;

        /// <summary>The OEM provisioning certificate, DER.</summary>
        public ExiBytes ProvisioningCertificate { get; }
    }

    /// <summary>A fresh certificate for the contract that the vehicle has.</summary>
    public sealed record Update : EvccProvisioning
    {
        /// <summary>A fresh certificate.</summary>
        /// <param name="roots">The roots that the vehicle knows.</param>
        public Update(ListOfRootCertificateIDsType roots)
            : base(roots)
        {
        }
    }
}
