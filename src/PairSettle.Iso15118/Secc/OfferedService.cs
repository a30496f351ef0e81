using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Secc;

/// <summary>A value-added service of the charger, offered over TLS only.</summary>
/// <param name="Service">The entry of ServiceList.</param>
/// <param name="Parameters">What ServiceDetailRes says about it, if anything.</param>
public sealed record OfferedService(ServiceType Service, ServiceParameterListType? Parameters = null);
