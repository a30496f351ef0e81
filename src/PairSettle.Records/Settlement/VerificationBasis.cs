using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>What a message is verified against.</summary>
public abstract record VerificationBasis
{
    private VerificationBasis()
    {
    }

    /// <summary>A hello, by a charger.</summary>
    /// <param name="Options">The charger's own side.</param>
    public sealed record Opening(ChargerSettlementOptions Options) : VerificationBasis;

    /// <summary>An offer, by a vehicle.</summary>
    /// <param name="Options">The vehicle's own side.</param>
    /// <param name="Hello">The hello that was sent.</param>
    public sealed record Offered(VehicleSettlementOptions Options, Hello Hello) : VerificationBasis;

    /// <summary>A signed statement of a peer whose chain was verified before.</summary>
    /// <param name="Signer">The peer's certificate.</param>
    /// <param name="MeterKey">The public key of the charger's meter; empty where the meter does not sign or the statement has no meter.</param>
    public sealed record Statement(Certificate Signer, ExiBytes MeterKey) : VerificationBasis;
}
