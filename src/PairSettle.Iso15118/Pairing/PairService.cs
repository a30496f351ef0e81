using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// Pair settlement as a value-added service of ISO 15118-2: what the charger offers, over TLS and to a vehicle that sent the
/// <see cref="PairMarker"/> only, and what the vehicle selects before either side sends a pair frame.
/// </summary>
public static class PairService
{
    /// <summary>The service's number.</summary>
    public const ushort ServiceID = 60051;

    /// <summary>The service's name. Numbers of custom services are nobody's, so the name is part of its identity.</summary>
    public const string ServiceName = "PairSettle";

    /// <summary>The parameter set of the in-band carrier.</summary>
    public const short InBandParameterSetID = 1;

    /// <summary>The version of the pair messages and of the carrier.</summary>
    public const int Version = 1;

    /// <summary>The value of the parameter <c>Carrier</c> for pair frames on the same connection.</summary>
    public const string InBandCarrier = "inband";

    private const string VersionName = "Version";
    private const string CarrierName = "Carrier";

    /// <summary>The entry in the service list of ServiceDiscoveryRes.</summary>
    public static ServiceType Offer { get; } = new()
    {
        ServiceID = ServiceID,
        ServiceName = ServiceName,
        ServiceCategory = ServiceCategoryType.OtherCustom,
        FreeService = true,
    };

    /// <summary>The parameter sets in ServiceDetailRes.</summary>
    public static ServiceParameterListType ParameterSets { get; } = new()
    {
        ParameterSet =
        [
            new ParameterSetType
            {
                ParameterSetID = InBandParameterSetID,
                Parameter =
                [
                    new ParameterType { Name = VersionName, intValue = Version },
                    new ParameterType { Name = CarrierName, stringValue = InBandCarrier },
                ],
            },
        ],
    };

    /// <summary>Whether a charger offers the service.</summary>
    /// <param name="services">The service list of ServiceDiscoveryRes.</param>
    /// <returns>Whether number, name and category are there.</returns>
    public static bool IsOffered(ServiceListType? services)
    {
        if (services is not null)
        {
            foreach (var service in services.Service)
            {
                if (service.ServiceID == ServiceID && service.ServiceCategory is ServiceCategoryType.OtherCustom &&
                    string.Equals(service.ServiceName, ServiceName, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Picks the parameter set that this version speaks. Sets and parameters it does not know are passed over.</summary>
    /// <param name="parameterSets">The parameter sets of ServiceDetailRes.</param>
    /// <param name="parameterSetId">The set to select.</param>
    /// <returns>Whether some set names version 1 and the in-band carrier.</returns>
    public static bool TryChoose(ServiceParameterListType? parameterSets, out short parameterSetId)
    {
        if (parameterSets is not null)
        {
            foreach (var set in parameterSets.ParameterSet)
            {
                if (IsSpoken(set.Parameter))
                {
                    parameterSetId = set.ParameterSetID;
                    return true;
                }
            }
        }

        parameterSetId = 0;
        return false;
    }

    /// <summary>The entry in the selected services of PaymentServiceSelectionReq.</summary>
    /// <param name="parameterSetId">The set chosen by <see cref="TryChoose"/>.</param>
    /// <returns>The selection.</returns>
    public static SelectedServiceType Select(short parameterSetId) => new() { ServiceID = ServiceID, ParameterSetID = parameterSetId };

    /// <summary>Whether a vehicle selected the service with the parameter set that <see cref="ParameterSets"/> offers.</summary>
    /// <param name="selected">The selected services of PaymentServiceSelectionReq.</param>
    /// <returns>Whether pair frames may follow the positive response.</returns>
    public static bool IsSelected(SelectedServiceListType selected)
    {
        ArgumentNullException.ThrowIfNull(selected);
        foreach (var service in selected.SelectedService)
        {
            if (service is { ServiceID: ServiceID, ParameterSetID: InBandParameterSetID })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpoken(ExiList<ParameterType> parameters)
    {
        var version = false;
        var carrier = false;
        foreach (var parameter in parameters)
        {
            version |= parameter is { Name: VersionName, intValue: Version };
            carrier |= parameter is { Name: CarrierName, stringValue: InBandCarrier };
        }

        return version && carrier;
    }
}
