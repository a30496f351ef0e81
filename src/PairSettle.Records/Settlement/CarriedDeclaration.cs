using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>A signed declaration that a party carries, with its issuer's certificates.</summary>
/// <param name="Signed">The declaration.</param>
/// <param name="Chain">The certificates of the issuer, leaf first, without the anchor.</param>
public sealed record CarriedDeclaration(SignedPart<Declaration> Signed, ImmutableArray<Certificate> Chain)
{
    /// <summary>What is declared.</summary>
    public Declaration Content => Signed.Content;

    /// <summary>The hash by which offers and acceptances name it.</summary>
    public Digest Hash => Signed.ContentHash;

    /// <summary>Signs a declaration with an issuer's credential.</summary>
    /// <param name="declaration">The declaration; it names the credential's certificates.</param>
    /// <param name="issuer">The issuer.</param>
    /// <returns>The declaration to carry.</returns>
    public static CarriedDeclaration Sign(Declaration declaration, Credential issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return new(SignedPart.Sign(declaration, issuer), [issuer.Leaf, .. issuer.Intermediates]);
    }
}
