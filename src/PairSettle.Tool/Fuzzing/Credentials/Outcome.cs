using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>What a parser made of an input.</summary>
/// <param name="Accepted">What it accepted; null where it refused.</param>
/// <param name="Fault">The reason of a refusal.</param>
/// <param name="Path">Where the fault is.</param>
internal readonly record struct Outcome(object? Accepted, string Fault, string Path)
{
    /// <summary>A refusal must have a reason, by which it is told from others.</summary>
    public bool IsUnfounded => Accepted is null && Fault is "" or nameof(CredentialFault.None);

    /// <summary>What a method with a coded error said.</summary>
    public static Outcome Of(bool accepted, object? value, CredentialError error) =>
        accepted ? Of(value!) : new(null, error.Fault.ToString(), error.Path);

    /// <summary>What was accepted.</summary>
    public static Outcome Of(object value) => new(value, string.Empty, string.Empty);

    /// <summary>A refusal without a coded error.</summary>
    public static Outcome Refused(string fault) => new(null, fault, string.Empty);
}
