using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Authorization by contract certificate. The contract key signs this element.</summary>
[ExiType("PnC_AReqAuthorizationModeType", CommonMessagesSchema.Namespace)]
public sealed partial record PnC_AReqAuthorizationModeType
{
    /// <summary>
    /// The challenge of <see cref="AuthorizationSetupRes"/>. Any other is answered <see
    /// cref="ResponseCodeType.WARNING_ChallengeInvalid"/> [V2G20-2565].
    /// </summary>
    [ExiElement]
    [ExiLength(16, 16)]
    public required ExiBytes GenChallenge { get; init; }

    /// <summary>The contract certificate and its issuers.</summary>
    [ExiElement]
    public required ContractCertificateChainType ContractCertificateChain { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public required string Id { get; init; }
}
