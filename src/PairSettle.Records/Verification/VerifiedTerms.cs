using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Verification;

/// <summary>
/// Terms of a session that <see cref="AgreementVerifier"/> found in order: an offer, or an offer with its acceptance. Nobody else can
/// make them, so the type shows that the check was made.
/// </summary>
public sealed class VerifiedTerms
{
    internal VerifiedTerms(RecordContext context, Tariff tariff)
    {
        Agreement = context.Agreement;
        Tariff = tariff;
        Charger = context.ChargerChain!;
        Contract = context.ContractChain;
    }

    /// <summary>The offer, with its acceptance where there is one already.</summary>
    public Agreement Agreement { get; }

    /// <summary>The tariff.</summary>
    public Tariff Tariff { get; }

    /// <summary>The charger's chain.</summary>
    public VerifiedChain Charger { get; }

    /// <summary>The contract's chain; null when nobody identified the payer.</summary>
    public VerifiedChain? Contract { get; }
}
