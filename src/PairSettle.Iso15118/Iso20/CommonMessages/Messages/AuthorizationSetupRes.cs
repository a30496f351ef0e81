using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Says by what means charging can be authorized. From SECC to EVCC.</summary>
[ExiType("AuthorizationSetupResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("AuthorizationSetupRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record AuthorizationSetupRes : V2GResponseType
{
    /// <summary>One or two means.</summary>
    [ExiElement(MaxOccurs = 2)]
    public required ExiList<AuthorizationType> AuthorizationServices { get; init; }

    /// <summary>Whether the charger can pass on requests for contract certificates.</summary>
    [ExiElement]
    public required bool CertificateInstallationService { get; init; }

    /// <summary>Set where external identification is the only means.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public EIM_ASResAuthorizationModeType? EIM_ASResAuthorizationMode { get; init; }

    /// <summary>Set where authorization by contract certificate is among the means.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public PnC_ASResAuthorizationModeType? PnC_ASResAuthorizationMode { get; init; }
}
