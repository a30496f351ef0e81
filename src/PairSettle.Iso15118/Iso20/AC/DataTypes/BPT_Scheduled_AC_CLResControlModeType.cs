using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the charger answers with AC in both directions while the vehicle follows a schedule.</summary>
[ExiType("BPT_Scheduled_AC_CLResControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_Scheduled_AC_CLResControlMode", AcSchema.Namespace, SubstitutionGroup = "Scheduled_AC_CLResControlMode")]
public sealed partial record BPT_Scheduled_AC_CLResControlModeType : Scheduled_AC_CLResControlModeType;
