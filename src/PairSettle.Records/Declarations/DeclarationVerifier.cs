using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>Verifies who says a declaration, and when: pure and offline.</summary>
public static class DeclarationVerifier
{
    /// <summary>Verifies one declaration.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="issuer">The issuer's certificates, leaf first.</param>
    /// <param name="anchors">The trust anchors by role.</param>
    /// <param name="at">The time that counts.</param>
    /// <param name="evidence">Revocation evidence.</param>
    /// <param name="policy">How chains are judged.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    public static DeclarationReport Verify(
        SignedPart<Declaration> declaration,
        IReadOnlyList<Certificate> issuer,
        TrustStore anchors,
        DateTimeOffset at,
        RevocationEvidence evidence,
        ChainPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(anchors);
        if (issuer.Count == 0)
        {
            throw new ArgumentException("The issuer's certificate is needed.", nameof(issuer));
        }

        var content = declaration.Content;
        var maySpeak = MaySpeak(content.Body.Kind, content.Issuer);
        return new()
        {
            Signature = declaration.Verify(issuer[0]),
            IssuerMaySpeak = maySpeak,
            Chain = maySpeak
                ? ChainVerifier.Verify(new()
                {
                    Leaf = issuer[0],
                    Intermediates = [.. issuer.Skip(1)],
                    Anchors = anchors,
                    Use = CertificateUse.Declaration,
                    Role = content.Issuer,
                    At = at,
                    Evidence = evidence,
                    Policy = policy,
                })
                : null,
            IsInForce = at >= content.NotBefore && at <= content.NotAfter,
        };
    }

    /// <summary>Whether an authority of a role may issue declarations of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="issuer">The role.</param>
    /// <returns>True when it may.</returns>
    public static bool MaySpeak(DeclarationKind kind, AuthorityRole issuer) => kind switch
    {
        DeclarationKind.Tariff => issuer is AuthorityRole.MobilityOperator or AuthorityRole.ChargePointOperator,
        DeclarationKind.Roaming => issuer is AuthorityRole.MobilityOperator,
        DeclarationKind.Policy => issuer is AuthorityRole.Fleet or AuthorityRole.MobilityOperator or AuthorityRole.ChargePointOperator,
        DeclarationKind.Meter => issuer is AuthorityRole.ChargePointOperator or AuthorityRole.Meter,
        _ => false,
    };
}
