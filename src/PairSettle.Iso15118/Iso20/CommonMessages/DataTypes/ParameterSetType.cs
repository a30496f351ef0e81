using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>One configuration of a service.</summary>
[ExiType("ParameterSetType", CommonMessagesSchema.Namespace)]
public sealed partial record ParameterSetType
{
    /// <summary>The set's number within the service.</summary>
    [ExiElement]
    public required ushort ParameterSetID { get; init; }

    /// <summary>1 to 32 parameters.</summary>
    [ExiElement(MaxOccurs = 32)]
    public required ExiList<ParameterType> Parameter { get; init; }
}
