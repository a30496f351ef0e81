using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;

namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// The entry in supportedAppProtocolReq by which a vehicle says that it can pair. It has the lowest priority and is never chosen: a charger
/// that does not know it skips it as it skips every unknown namespace, one that knows it remembers it and negotiates among the others.
/// </summary>
public static class PairMarker
{
    /// <summary>The namespace of the entry.</summary>
    public const string Namespace = "urn:pairsettle:pair:1";

    /// <summary>The major version of the entry.</summary>
    public const uint VersionMajor = 1;

    /// <summary>The minor version of the entry.</summary>
    public const uint VersionMinor = 0;

    /// <summary>The most entries of a request, by the schema.</summary>
    public const int SchemaMaxEntries = 20;

    /// <summary>
    /// The most entries that chargers in the field decode: libcbv2g, which many of them run, holds five. One entry more would end the
    /// handshake, so the marker is left out rather than added as a sixth.
    /// </summary>
    public const int InteroperableMaxEntries = 5;

    private const byte LowestPriority = 20;

    /// <summary>Adds the marker, if there is room.</summary>
    /// <param name="request">The protocols of the vehicle.</param>
    /// <param name="maxEntries">The most entries of the result.</param>
    /// <returns>
    /// The request with the marker last; the request itself if the marker is in it already or does not fit. Priorities of the other
    /// entries change only when 20 is taken, and then keep their order.
    /// </returns>
    public static SupportedAppProtocolReq AddTo(SupportedAppProtocolReq request, int maxEntries = InteroperableMaxEntries)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEntries, SchemaMaxEntries);
        if (request.AppProtocol.Count >= maxEntries || IsIn(request))
        {
            return request;
        }

        var entries = new List<AppProtocolType>(request.AppProtocol);
        var lowest = entries.Count == 0 ? (byte)0 : entries.Max(static entry => entry.Priority);
        if (lowest == LowestPriority)
        {
            lowest = Compact(entries);
        }

        entries.Add(new AppProtocolType
        {
            ProtocolNamespace = Namespace,
            VersionNumberMajor = VersionMajor,
            VersionNumberMinor = VersionMinor,
            SchemaID = FreeSchemaId(entries),
            Priority = (byte)(lowest + 1),
        });
        return request with { AppProtocol = [.. entries] };
    }

    /// <summary>Whether the vehicle can pair.</summary>
    /// <param name="request">The protocols of the vehicle.</param>
    /// <returns>Whether the marker of version 1 is among them, at whatever priority.</returns>
    public static bool IsIn(SupportedAppProtocolReq request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var entry in request.AppProtocol)
        {
            if (IsMarker(entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one entry is the marker.</summary>
    /// <param name="entry">An entry.</param>
    /// <returns>Whether its namespace and major version are the marker's.</returns>
    public static bool IsMarker(AppProtocolType entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.VersionNumberMajor == VersionMajor && string.Equals(entry.ProtocolNamespace, Namespace, StringComparison.Ordinal);
    }

    /// <summary>The entries that a charger may choose from: all but markers, of any version.</summary>
    /// <param name="request">The protocols of the vehicle.</param>
    /// <returns>The entries in their order; none if the request holds nothing else.</returns>
    public static ExiList<AppProtocolType> Choosable(SupportedAppProtocolReq request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. request.AppProtocol.Where(static entry => !string.Equals(entry.ProtocolNamespace, Namespace, StringComparison.Ordinal))];
    }

    /// <summary>Renumbers priorities from 1 without a gap, and returns the lowest one.</summary>
    private static byte Compact(List<AppProtocolType> entries)
    {
        var rank = entries.Select(static entry => entry.Priority).Distinct().Order().ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i] = entries[i] with { Priority = (byte)(rank.IndexOf(entries[i].Priority) + 1) };
        }

        return (byte)rank.Count;
    }

    private static byte FreeSchemaId(List<AppProtocolType> entries)
    {
        var id = byte.MaxValue;
        while (entries.Exists(entry => entry.SchemaID == id))
        {
            id--;
        }

        return id;
    }
}
