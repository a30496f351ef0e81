using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>A place where revocation lists about a certificate are published (RFC 5280, 4.2.1.13).</summary>
/// <param name="Names">The point's names; empty where it has none.</param>
/// <param name="Reasons">The reasons that lists of this point cover.</param>
/// <param name="ListIssuers">Who signs the lists, where it is not the certificate's issuer; otherwise empty.</param>
internal sealed record DistributionPoint(ImmutableArray<GeneralName> Names, int Reasons, ImmutableArray<GeneralName> ListIssuers)
{
    private const string Path = "cRLDistributionPoints";
    private const int MostPoints = 64;

    // Each is completed by a copy of a name that may be as long as the certificate. RFC 5280, 4.2.1.13 advises against any.
    private const int MostRelative = 4;

    /// <summary>Reads the points of a certificate.</summary>
    public static ImmutableArray<DistributionPoint> ReadAll(AsnReader reader, DistinguishedName issuer)
    {
        var points = ImmutableArray.CreateBuilder<DistributionPoint>();
        var relative = 0;
        var sequence = reader.ReadSequence();
        do
        {
            if (points.Count == MostPoints)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, Path);
            }

            points.Add(Read(sequence.ReadSequence(), issuer, ref relative));
        }
        while (sequence.HasData);
        return points.ToImmutable();
    }

    /// <summary>Reads DistributionPointName; a relative name is completed by the name of the list's issuer.</summary>
    public static ImmutableArray<GeneralName> ReadName(AsnReader wrapper, DistinguishedName issuer, string path)
    {
        ImmutableArray<GeneralName> names;
        if (DerFields.NextIs(wrapper, DerFields.Context0))
        {
            names = GeneralName.ReadAll(wrapper.ReadSequence(DerFields.Context0Constructed), path);
        }
        else
        {
            var relative = wrapper.PeekContentBytes();
            wrapper.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true));
            names = [new(GeneralNameKind.Directory, null, default, issuer.Append(relative, path))];
        }

        DerFields.DemandEnd(wrapper, path);
        return names;
    }

    private static DistributionPoint Read(AsnReader point, DistinguishedName issuer, ref int relative)
    {
        AsnReader? name = null;
        var reasons = ReasonMask.All;
        ImmutableArray<GeneralName> listIssuers = [];
        if (DerFields.NextIs(point, DerFields.Context0))
        {
            name = point.ReadSequence(DerFields.Context0Constructed);
            if (!DerFields.NextIs(name, DerFields.Context0) && ++relative > MostRelative)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, Path);
            }
        }

        if (DerFields.NextIs(point, DerFields.Context1))
        {
            reasons = ReasonMask.Read(point, DerFields.Context1, Path);
        }

        if (DerFields.NextIs(point, DerFields.Context2))
        {
            listIssuers = GeneralName.ReadAll(point.ReadSequence(DerFields.Context2Constructed), Path);
        }

        DerFields.DemandEnd(point, Path);
        if (name is null && listIssuers.IsEmpty)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
        }

        var signer = listIssuers.FirstOrDefault(static other => other.Directory is not null)?.Directory ?? issuer;
        return new(name is null ? [] : ReadName(name, signer, Path), reasons, listIssuers);
    }
}
