using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>
/// What the charger answers in the charge loop, by control mode. The message set of the energy transfer mode has the
/// alternatives.
/// </summary>
[ExiType("CLResControlModeType", CommonTypesSchema.Namespace)]
[ExiGlobalElement("CLResControlMode", CommonTypesSchema.Namespace)]
public abstract partial record CLResControlModeType
{
    private protected CLResControlModeType()
    {
    }
}
