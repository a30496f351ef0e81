namespace PairSettle.Iso15118.Session;

/// <summary>Verifies the signature in a message header.</summary>
public interface ISignatureVerifier
{
    /// <summary>Verifies one message.</summary>
    /// <param name="check">What is to be verified, with the message as it came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the signature covers the element that the purpose names and holds under the right key.</returns>
    ValueTask<bool> VerifyAsync(SignatureCheck check, CancellationToken cancellationToken);
}
