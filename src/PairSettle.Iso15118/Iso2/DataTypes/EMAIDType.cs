using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// An e-mobility account identifier that a signature can refer to. A personal identifier: never log it.
/// </summary>
[ExiType("EMAIDType", Iso2Schema.MsgDataTypes)]
public sealed partial record EMAIDType
{
    /// <summary>The identifier: country, provider and instance, with or without a check character.</summary>
    [ExiText]
    [ExiLength(14, 15, AllowEmpty = true)]
    public required string Value { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier(AllowEmpty = true)]
    public required string Id { get; init; }
}
