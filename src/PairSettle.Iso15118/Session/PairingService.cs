using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>How the two sides find out that both can settle as a pair (docs/concepts/pairing-in-band.md).</summary>
public static class PairingService
{
    /// <summary>The namespace that a vehicle adds to supportedAppProtocolReq. It marks; it is never chosen.</summary>
    public const string MarkerNamespace = "urn:pairsettle:pair:1";

    /// <summary>The service that the charger offers to a vehicle that showed the marker, over TLS only.</summary>
    public const ushort ServiceID = 60051;

    /// <summary>The name of the service.</summary>
    public const string ServiceName = "PairSettle";

    /// <summary>The parameter set that selects pair messages on the same connection.</summary>
    public const short InbandParameterSetID = 1;

    private const string Version = "Version";
    private const string Carrier = "Carrier";
    private const string Inband = "inband";

    /// <summary>The entry of ServiceList.</summary>
    internal static ServiceType Service { get; } = new()
    {
        ServiceID = ServiceID,
        ServiceName = ServiceName,
        ServiceCategory = ServiceCategoryType.OtherCustom,
        FreeService = true,
    };

    /// <summary>The parameters of ServiceDetailRes.</summary>
    internal static ServiceParameterListType Parameters { get; } = new()
    {
        ParameterSet =
        [
            new()
            {
                ParameterSetID = InbandParameterSetID,
                Parameter = [new() { Name = Version, intValue = 1 }, new() { Name = Carrier, stringValue = Inband }],
            },
        ],
    };

    /// <summary>Whether a charger's parameters hold the set that this version can use.</summary>
    internal static bool IsUsable(ServiceParameterListType? list)
    {
        foreach (var set in list?.ParameterSet ?? default)
        {
            if (set.ParameterSetID == InbandParameterSetID
                && set.Parameter.Any(p => p.Name == Version && p.intValue == 1)
                && set.Parameter.Any(p => p.Name == Carrier && p.stringValue == Inband))
            {
                return true;
            }
        }

        return false;
    }
}
