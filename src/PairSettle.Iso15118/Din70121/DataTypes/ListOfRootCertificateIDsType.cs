using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The roots that a vehicle trusts.</summary>
[ExiType("ListOfRootCertificateIDsType", DinSchema.MsgDataTypes)]
public sealed partial record ListOfRootCertificateIDsType
{
    /// <summary>One or more identifiers, each at most 40 characters.</summary>
    [ExiElement]
    [ExiLength(0, 40)]
    public required ExiList<string> RootCertificateID { get; init; }
}
