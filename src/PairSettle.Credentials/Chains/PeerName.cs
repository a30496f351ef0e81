using System.Net;

namespace PairSettle.Credentials;

/// <summary>Whom a certificate must name in its subjectAltName (RFC 9525, 6; RFC 5280, 4.2.1.6). The common name never counts.</summary>
public sealed record PeerName
{
    private readonly GeneralNameKind _kind;

    private PeerName(GeneralNameKind kind, string value)
    {
        _kind = kind;
        Value = value;
    }

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>A host by its DNS name; an asterisk in the certificate stands for one label.</summary>
    /// <param name="host">The name, for example <c>example.com</c>.</param>
    /// <returns>The name.</returns>
    public static PeerName Dns(string host)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return new(GeneralNameKind.Dns, host);
    }

    /// <summary>A host by its address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The name.</returns>
    public static PeerName Ip(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(GeneralNameKind.Ip, address.ToString());
    }

    /// <summary>A person or service by its mailbox.</summary>
    /// <param name="mailbox">The mailbox, for example <c>someone@example.com</c>.</param>
    /// <returns>The name.</returns>
    public static PeerName Email(string mailbox)
    {
        ArgumentException.ThrowIfNullOrEmpty(mailbox);
        return new(GeneralNameKind.Email, mailbox);
    }

    /// <summary>Whether a certificate names the peer. Nothing is said about trust.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>True when one of its alternative names is this name.</returns>
    public bool IsNamedBy(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        foreach (var name in certificate.AlternativeNames)
        {
            if (name.Kind == _kind && Matches(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name as text.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value;

    private bool Matches(GeneralName name) => _kind switch
    {
        GeneralNameKind.Dns => DnsName.IsValid(name.Text, wildcard: true) && DnsName.Presents(name.Text, Value),
        GeneralNameKind.Ip => IPAddress.TryParse(Value, out var address) && name.Octets.Span.SequenceEqual(address.GetAddressBytes()),
        _ => EmailAddress.AreSame(name.Text, Value),
    };
}
