using System.Numerics;
using PairSettle.Credentials;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>What inputs of some kinds go through, and what is demanded of what was accepted.</summary>
internal abstract class CredentialTarget
{
    /// <summary>The kinds of input that this is for.</summary>
    public abstract IReadOnlyList<CredentialKind> Kinds { get; }

    /// <summary>Takes what is genuine, against which damaged copies are measured.</summary>
    public virtual void Trust(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds)
    {
    }

    /// <summary>Makes the parser's argument of the octets, which is not the parser's work.</summary>
    public virtual object Prepare(CredentialKind kind, byte[] octets) => octets;

    /// <summary>Runs the parser and nothing else, because memory is measured around this.</summary>
    public abstract Outcome Parse(CredentialKind kind, object input);

    /// <summary>Goes on with what was accepted.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="accepted">What the parser gave.</param>
    /// <param name="octets">The input.</param>
    /// <param name="genuine">Whether the input is a seed as it was.</param>
    /// <param name="problem">What is wrong, or null.</param>
    /// <returns>What was done, as far as that tells it from others.</returns>
    public abstract string Use(CredentialKind kind, object accepted, byte[] octets, bool genuine, out string? problem);

    /// <summary>Numbers of one magnitude are one behaviour.</summary>
    protected static int Magnitude(int value) => BitOperations.Log2((uint)value + 1);

    /// <summary>The reasons of a report, each once.</summary>
    protected static string Reasons(IEnumerable<ChainFinding> findings) =>
        string.Join(' ', findings.Select(static finding => finding.Reason).Distinct().Order());

    /// <summary>The identifiers of extensions.</summary>
    protected static string Oids(IEnumerable<CertificateExtension> extensions) => string.Join(' ', extensions.Select(static extension => extension.Oid));

    /// <summary>The problem where octets were not kept as they came.</summary>
    protected static string? Kept(ReadOnlyMemory<byte> kept, byte[] octets) => kept.Span.SequenceEqual(octets) ? null : "accepted, and kept as other octets";
}
