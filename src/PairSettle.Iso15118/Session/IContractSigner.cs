using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Session;

/// <summary>Signs the vehicle's requests; the purpose says with which key.</summary>
public interface IContractSigner
{
    /// <summary>Signs one body element.</summary>
    /// <param name="purpose">What the signature is for.</param>
    /// <param name="element">The element, which carries an Id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The signature for the message header, or null where the key is not available.</returns>
    ValueTask<SignatureType?> SignAsync(SignaturePurpose purpose, BodyBaseType element, CancellationToken cancellationToken);
}
