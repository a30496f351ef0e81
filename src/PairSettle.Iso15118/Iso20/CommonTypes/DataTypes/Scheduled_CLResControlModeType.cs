using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the charger answers in the charge loop while the vehicle follows a schedule.</summary>
[ExiType("Scheduled_CLResControlModeType", CommonTypesSchema.Namespace)]
public abstract partial record Scheduled_CLResControlModeType : CLResControlModeType
{
    private protected Scheduled_CLResControlModeType()
    {
    }
}
