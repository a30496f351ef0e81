using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>
/// What the vehicle asks for in the charge loop, by control mode. The message set of the energy transfer mode has the
/// alternatives.
/// </summary>
[ExiType("CLReqControlModeType", CommonTypesSchema.Namespace)]
[ExiGlobalElement("CLReqControlMode", CommonTypesSchema.Namespace)]
public abstract partial record CLReqControlModeType
{
    private protected CLReqControlModeType()
    {
    }
}
