namespace PairSettle.Iso15118.Din70121;

/// <summary>The kind of a service.</summary>
public enum ServiceCategoryType
{
    /// <summary>Charging.</summary>
    EVCharging,

    /// <summary>Internet access.</summary>
    Internet,

    /// <summary>Installing and updating contract certificates.</summary>
    ContractCertificate,

    /// <summary>Anything else.</summary>
    OtherCustom,
}
