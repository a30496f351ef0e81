using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Measurements of the low-frequency antennas.</summary>
[ExiType("WPT_LF_DataPackageListType", WptSchema.Namespace)]
public sealed partial record WPT_LF_DataPackageListType
{
    /// <summary>How many measurements there are.</summary>
    [ExiElement]
    public required byte NumPackages { get; init; }

    /// <summary>The measurement; the schema admits one.</summary>
    [ExiElement]
    public required WPT_LF_DataPackageType WPT_LF_DataPackage { get; init; }
}
