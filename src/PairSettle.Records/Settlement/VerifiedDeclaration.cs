using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>A declaration whose issuer is trusted to make it.</summary>
/// <param name="Carried">The declaration.</param>
/// <param name="Issuer">The issuer's chain, verified for <see cref="CertificateUse.Declaration"/>.</param>
/// <exception cref="ChainUseException">The chain was verified for another use.</exception>
public sealed record VerifiedDeclaration(CarriedDeclaration Carried, VerifiedChain Issuer)
{
    /// <summary>The issuer's chain.</summary>
    public VerifiedChain Issuer
    {
        get;
        init => field = value.For(CertificateUse.Declaration, nameof(Issuer));
    } = Issuer.For(CertificateUse.Declaration, nameof(Issuer));

    /// <summary>What is declared.</summary>
    public Declaration Content => Carried.Content;

    /// <summary>The hash by which offers and acceptances name it.</summary>
    public Digest Hash => Carried.Hash;
}
