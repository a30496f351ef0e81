using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>A declaration whose issuer is trusted to make it.</summary>
/// <param name="Carried">The declaration.</param>
/// <param name="Issuer">The issuer's chain.</param>
public sealed record VerifiedDeclaration(CarriedDeclaration Carried, VerifiedChain Issuer)
{
    /// <summary>What is declared.</summary>
    public Declaration Content => Carried.Content;

    /// <summary>The hash by which offers and acceptances name it.</summary>
    public Digest Hash => Carried.Hash;
}
