using PairSettle.Tool.Fuzzing.Credentials;

namespace PairSettle.Tool.Tests.Fuzzing;

/// <summary>The inputs that runs begin with, and those that earlier runs found.</summary>
internal static class CredentialVectors
{
    public static string SeedsPath { get; } = Repository.PathOf("tests", "vectors", "credential-seeds.pem");

    public static (CredentialKind Kind, byte[] Octets)[] Seeds { get; } = [.. CredentialSeeds.Read(SeedsPath)];

    public static (CredentialKind Kind, byte[] Octets)[] Corpus { get; } =
        [.. CredentialSeeds.Read(Repository.PathOf("tests", "vectors", "credential-corpus.pem"))];
}
