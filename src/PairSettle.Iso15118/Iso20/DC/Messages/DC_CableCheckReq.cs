using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Asks for the test of the cable's insulation, and asks again while it runs. From EVCC to SECC.</summary>
[ExiType("DC_CableCheckReqType", DcSchema.Namespace)]
[ExiGlobalElement("DC_CableCheckReq", DcSchema.Namespace, Root = true)]
public sealed partial record DC_CableCheckReq : V2GRequestType;
