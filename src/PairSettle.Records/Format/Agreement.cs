namespace PairSettle.Records.Format;

/// <summary>An offer and its acceptance. The hash of both contents is the identity of the session.</summary>
public sealed record Agreement
{
    /// <summary>Puts both together. Whether they belong together is the verifier's question.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="acceptance">The acceptance; null for a vehicle that does not pair.</param>
    public Agreement(Offer offer, Acceptance? acceptance)
    {
        ArgumentNullException.ThrowIfNull(offer);
        Offer = offer;
        Acceptance = acceptance;
        Hash = Identify(offer.Hash, acceptance?.Hash);
    }

    /// <summary>The offer.</summary>
    public Offer Offer { get; }

    /// <summary>The acceptance; null for a vehicle that does not pair.</summary>
    public Acceptance? Acceptance { get; }

    /// <summary>The identity of the session.</summary>
    public Digest Hash { get; }

    /// <summary>The limits that both signed: those of the acceptance, or of the offer where there is none.</summary>
    public Caps Caps => Acceptance is { } acceptance ? Offer.Caps.Tighten(acceptance.Caps) : Offer.Caps;

    /// <summary>The hash over the contents' hashes, never over signatures.</summary>
    /// <param name="offer">The hash of the offer's content.</param>
    /// <param name="acceptance">The hash of the acceptance's content, or null.</param>
    /// <returns>The identity of the session.</returns>
    public static Digest Identify(Digest offer, Digest? acceptance) => Digest.Of(DerObject.Write(
        DerTags.AgreementIdentity,
        writer =>
        {
            writer.WriteDigest(offer);
            writer.WriteOptionalDigest(acceptance, 0);
        }));
}
