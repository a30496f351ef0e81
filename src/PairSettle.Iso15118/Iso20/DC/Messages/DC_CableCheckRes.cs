using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Says how far the test of the insulation has come. From SECC to EVCC.</summary>
[ExiType("DC_CableCheckResType", DcSchema.Namespace)]
[ExiGlobalElement("DC_CableCheckRes", DcSchema.Namespace, Root = true)]
public sealed partial record DC_CableCheckRes : V2GResponseType
{
    /// <summary>Whether the test is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }
}
