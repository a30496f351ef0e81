using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the charger answers with AC in both directions while it steers the power.</summary>
[ExiType("BPT_Dynamic_AC_CLResControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_Dynamic_AC_CLResControlMode", AcSchema.Namespace, SubstitutionGroup = "Dynamic_AC_CLResControlMode")]
public sealed partial record BPT_Dynamic_AC_CLResControlModeType : Dynamic_AC_CLResControlModeType;
