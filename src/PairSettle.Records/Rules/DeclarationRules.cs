using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Rules;

/// <summary>Which sessions a declaration is about and whom it binds.</summary>
internal static class DeclarationRules
{
    /// <summary>Whether the scope admits an EVSE; without prefixes it admits all.</summary>
    public static bool CoversEvse(DeclarationScope scope, string evseId) => scope.EvseIdPrefixes.IsEmpty
        || ((IEnumerable<string>)scope.EvseIdPrefixes).Any(prefix => evseId.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether a chain has one of the named certificates, at any place; where none is named every chain has.</summary>
    public static bool Names(ExiList<Digest> certificates, VerifiedChain chain) =>
        certificates.IsEmpty || HashesOf(chain).Intersect(certificates).Any();

    /// <summary>A promise to pay binds only contracts of whoever makes it: both chains meet in a certificate that the promise names.</summary>
    public static bool BindsContract(DeclarationScope scope, VerifiedChain issuer, VerifiedChain contract) =>
        HashesOf(issuer).Intersect(HashesOf(contract)).Intersect(scope.Contracts).Any();

    /// <summary>Whether a promise to pay accepts a tariff; without tariffs it accepts all.</summary>
    public static bool AcceptsTariff(RoamingBody promise, Digest tariff) =>
        promise.Tariffs.IsEmpty || ((IEnumerable<Digest>)promise.Tariffs).Contains(tariff);

    /// <summary>Whether a declaration binds a meter to an EVSE.</summary>
    public static bool BindsMeter(MeterBody meter, string serial, string evseId) =>
        meter.MeterSerial == serial && ((IEnumerable<string>)meter.EvseIds).Contains(evseId);

    /// <summary>The hashes of a chain's certificates, the anchor's too.</summary>
    public static IEnumerable<Digest> HashesOf(VerifiedChain chain) =>
        chain.Path.Append(chain.Anchor).Select(static certificate => new Digest(certificate.Sha256.Span));
}
