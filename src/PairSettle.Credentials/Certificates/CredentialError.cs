using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>A coded reason why octets were refused. It never repeats the content, which may be personal.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Path">Where it is wrong, as field names of the ASN.1 type.</param>
public readonly record struct CredentialError(CredentialFault Fault, string Path)
{
    /// <summary>The documented code, for example <c>CRED2005</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"CRED{(int)Fault:D4}");

    /// <summary>The code, the fault and the place.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Code} {Fault} at {Path}";
}
