using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Public keys, which are hashed and verified with, and ECDSA signatures, which are turned into the other form and back.</summary>
internal sealed class EncodingTarget : CredentialTarget
{
    private static readonly int[] FieldLengths = [32, 48, 66];

    /// <inheritdoc/>
    public override IReadOnlyList<CredentialKind> Kinds => [CredentialKind.PublicKey, CredentialKind.Signature];

    /// <inheritdoc/>
    public override Outcome Parse(CredentialKind kind, object input)
    {
        var octets = (byte[])input;
        if (kind == CredentialKind.Signature)
        {
            var field = Array.Find(FieldLengths, length => EcdsaSignatureFormat.TryToP1363(octets, length, out _));
            return field > 0 && EcdsaSignatureFormat.TryToP1363(octets, field, out var pair) ? Outcome.Of(pair) : Outcome.Refused("not canonical");
        }

        try
        {
            return Outcome.Of(KeyIdentifier.Compute(octets));
        }
        catch (CredentialContentException refused)
        {
            return Outcome.Of(false, null, refused.Error);
        }
    }

    /// <inheritdoc/>
    public override string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem)
    {
        if (kind == CredentialKind.Signature)
        {
            problem = Kept(EcdsaSignatureFormat.ToDer((byte[])accepted), octets);
            return $"{((byte[])accepted).Length}";
        }

        var info = PublicKeyInfo.Read(DerFields.Open(octets));
        var key = new VerificationKey(info.Algorithm, octets, info.OnlyScheme);
        var scheme = SignatureScheme.Find(info.Algorithm.CertificateSignature()?.Oid() ?? PairSettle.Credentials.Oids.RsaWithSha256);
        var usable = info.Algorithm != KeyAlgorithm.Unsupported && key.IsUsable(SeedAuthorities.Policy.Provider);
        problem = key.VerifyData(octets, scheme, octets, SeedAuthorities.Policy.Provider) ? "a key is no signature, and verifies all the same" : null;
        return $"{info.Algorithm} {Magnitude(info.Bits)} {usable} {info.InheritsParameters} {info.OnlyScheme is not null}";
    }
}
