using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>What a meter itself says about a statement.</summary>
public abstract record MeterAttestation
{
    private MeterAttestation()
    {
    }

    /// <summary>The meter signed the statement of this format with its own key.</summary>
    /// <param name="Value">The signature as r and s of equal length (IEEE P1363).</param>
    public sealed record Signature(ExiBytes Value) : MeterAttestation;

    /// <summary>The meter has a format of its own; its bytes are an attachment.</summary>
    /// <param name="Format">The name of the format, such as <c>ocmf</c>.</param>
    /// <param name="Hash">The SHA-256 of the attachment.</param>
    public sealed record Attached(string Format, Digest Hash) : MeterAttestation;
}
