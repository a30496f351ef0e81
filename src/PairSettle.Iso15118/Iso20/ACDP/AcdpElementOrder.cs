namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>
/// How the elements are sorted whose position is the first event code of an ACDP document. The two differ because
/// ACDP_DisconnectReq has the type of ACDP_ConnectReq, and ACDP_DisconnectRes that of ACDP_ConnectRes.
/// </summary>
public enum AcdpElementOrder
{
    /// <summary>By the elements' names, as EXI 1.0 says (8.5.1). The default.</summary>
    ElementName,

    /// <summary>
    /// By the names of the elements' types, as libcbv2g does: ACDP_DisconnectReq and ACDP_ConnectRes change places. Neither
    /// side notices: each reads one of the two messages as the other.
    /// </summary>
    TypeName,
}
