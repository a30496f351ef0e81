using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;

[assembly: ExiNamespace(AppProtocolSchema.Namespace, Prefix = "ap", ElementsQualified = false)]

namespace PairSettle.Iso15118.AppProtocol;

/// <summary>
/// The schema of the handshake in which EVCC and SECC agree on a protocol before any session exists. It is the same for
/// DIN 70121, ISO 15118-2 and ISO 15118-20.
/// </summary>
[ExiSchema(Namespace)]
public static partial class AppProtocolSchema
{
    /// <summary>The target namespace. Its local elements are unqualified.</summary>
    public const string Namespace = "urn:iso:15118:2:2010:AppProtocol";
}
