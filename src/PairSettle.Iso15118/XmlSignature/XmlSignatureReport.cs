using System.Collections.Immutable;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>What a verifier found. It says that the key of the given certificate signed the elements, not that the certificate is trusted.</summary>
public sealed class XmlSignatureReport
{
    internal XmlSignatureReport(ImmutableArray<XmlSignatureFinding> findings, SignedInfoGrammar? grammar)
    {
        Findings = findings;
        Grammar = grammar;
    }

    /// <summary>Whether the signature covers exactly the presented elements and is of the given key.</summary>
    public bool IsValid => Findings.IsEmpty;

    /// <summary>All that is wrong; empty if the signature is valid.</summary>
    public ImmutableArray<XmlSignatureFinding> Findings { get; }

    /// <summary>The grammar under which the signature value was right; null if under none, or if it was not looked at.</summary>
    public SignedInfoGrammar? Grammar { get; }

    /// <summary>Whether something of a kind is wrong.</summary>
    /// <param name="fault">The kind.</param>
    /// <returns>Whether a finding has it.</returns>
    public bool Has(XmlSignatureFault fault) => Findings.Any(finding => finding.Fault == fault);

    /// <inheritdoc/>
    public override string ToString() => IsValid ? $"valid ({Grammar})" : string.Join("; ", Findings);
}
