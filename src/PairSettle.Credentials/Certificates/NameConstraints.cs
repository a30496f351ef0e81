using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>The content of nameConstraints (RFC 5280, 4.2.1.10), parsed strictly.</summary>
internal sealed class NameConstraints(ImmutableArray<GeneralName> permitted, ImmutableArray<GeneralName> excluded)
{
    private const string Path = "nameConstraints";

    // By form: a name is held against those of its own alone.
    private readonly Dictionary<GeneralNameKind, ImmutableArray<GeneralName>> _permitted = ByKind(permitted);
    private readonly Dictionary<GeneralNameKind, ImmutableArray<GeneralName>> _excluded = ByKind(excluded);

    /// <summary>The subtrees of a form of which a name of that form must lie in one; empty for no limit.</summary>
    public ImmutableArray<GeneralName> PermittedOf(GeneralNameKind kind) => _permitted.GetValueOrDefault(kind, []);

    /// <summary>The subtrees of a form in none of which a name may lie.</summary>
    public ImmutableArray<GeneralName> ExcludedOf(GeneralNameKind kind) => _excluded.GetValueOrDefault(kind, []);

    public static NameConstraints Read(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        var permitted = ReadSubtrees(sequence, DerFields.Context0);
        var excluded = ReadSubtrees(sequence, DerFields.Context1);
        DerFields.DemandEnd(sequence, Path);

        // An empty sequence is forbidden, and would constrain nothing.
        return permitted.IsEmpty && excluded.IsEmpty ? throw Invalid() : new(permitted, excluded);
    }

    private static Dictionary<GeneralNameKind, ImmutableArray<GeneralName>> ByKind(ImmutableArray<GeneralName> subtrees) =>
        subtrees.GroupBy(static subtree => subtree.Kind).ToDictionary(static group => group.Key, static group => group.ToImmutableArray());

    private static ImmutableArray<GeneralName> ReadSubtrees(AsnReader sequence, Asn1Tag tag)
    {
        if (!DerFields.NextIs(sequence, tag))
        {
            return [];
        }

        var subtrees = sequence.ReadSequence(new Asn1Tag(tag.TagClass, tag.TagValue, isConstructed: true));
        var names = ImmutableArray.CreateBuilder<GeneralName>();
        do
        {
            var subtree = subtrees.ReadSequence();
            var name = GeneralName.Read(subtree, Path);

            // minimum is 0, which DER leaves out, and maximum is absent.
            if (subtree.HasData || !IsWellFormed(name))
            {
                throw Invalid();
            }

            names.Add(name);
        }
        while (subtrees.HasData);
        return names.ToImmutable();
    }

    private static bool IsWellFormed(GeneralName constraint) => constraint.Kind switch
    {
        GeneralNameKind.Dns => constraint.Text!.Length == 0 || DnsName.IsValid(constraint.Text, wildcard: false),
        GeneralNameKind.Email => EmailAddress.IsConstraint(constraint.Text!),
        GeneralNameKind.Uri => DnsName.IsValid(constraint.Text!.StartsWith('.') ? constraint.Text[1..] : constraint.Text, wildcard: false),
        GeneralNameKind.Ip => IsNetwork(constraint.Octets.Span),
        _ => true,
    };

    // An address and a mask of the same length, whose set bits come first (RFC 4632).
    private static bool IsNetwork(ReadOnlySpan<byte> octets)
    {
        if (octets.Length is not (8 or 32))
        {
            return false;
        }

        var ended = false;
        foreach (var octet in octets[(octets.Length / 2)..])
        {
            var zeros = octet ^ 0xFF;
            if ((zeros & (zeros + 1)) != 0 || (ended && octet != 0))
            {
                return false;
            }

            ended |= octet != 0xFF;
        }

        return true;
    }

    private static CredentialContentException Invalid() => new(CredentialFault.InvalidExtension, Path);
}
