namespace PairSettle.Credentials;

/// <summary>Octets that had to be a certificate, a revocation list, an OCSP response or PEM text are not.</summary>
public sealed class CredentialContentException : Exception
{
    /// <summary>Creates the exception for a coded error.</summary>
    /// <param name="error">The error.</param>
    public CredentialContentException(CredentialError error)
        : base(error.ToString()) => Error = error;

    internal CredentialContentException(CredentialFault fault, string path)
        : this(new CredentialError(fault, path))
    {
    }

    /// <summary>The coded error.</summary>
    public CredentialError Error { get; }
}
