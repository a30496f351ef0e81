using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>
/// Follows a TLS 1.2 or 1.3 connection from its ClientHello on and opens its records with the secrets of a key log. It authenticates
/// records and nothing else: whoever logged the secrets was one of the two ends.
/// </summary>
internal sealed class TlsSession(KeyLog keyLog, ITlsReceiver receiver) : IDisposable
{
    private readonly TlsHalf[] _halves = [new(), new()];
    private byte[]? _clientRandom;
    private int _client;
    private TlsSuite? _suite;
    private bool _tls13;
    private bool _isOver;

    /// <summary>Whether the octets begin with the record of a ClientHello; at least six.</summary>
    public static bool BeginsWithClientHello(ReadOnlySpan<byte> octets) =>
        octets.Length > RecordProtection.Header && TlsHalf.IsHeader(octets)
        && octets[0] == (byte)TlsContentType.Handshake && octets[RecordProtection.Header] == HandshakeMessages.ClientHello;

    /// <summary>Takes octets of one direction.</summary>
    public void Receive(int direction, ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty && !_isOver)
        {
            if (!_halves[direction].TryTakeRecord(ref octets, out var record))
            {
                Fail(CaptureFault.TlsInvalid, "no TLS record where one should begin");
            }
            else if (!record.IsEmpty)
            {
                Accept(direction, record);
            }
        }
    }

    /// <summary>Octets are missing, and with them the count of records that every key depends on.</summary>
    public void Miss()
    {
        if (!_isOver)
        {
            Fail(CaptureFault.TlsNotOpened, "octets of the TLS connection are missing in the capture; what follows cannot be opened");
        }
    }

    public void Dispose()
    {
        foreach (var half in _halves)
        {
            half.Dispose();
        }
    }

    private void Accept(int direction, ReadOnlySpan<byte> record)
    {
        var half = _halves[direction];
        var type = (TlsContentType)record[0];
        if (half.Protection is { } protection)
        {
            // TLS 1.3 protects application data records only; others are for middleboxes to look at, or an alert by a side without keys.
            if (_tls13 && type is not TlsContentType.ApplicationData)
            {
                return;
            }

            if (!protection.TryOpen(record, out type, out var content))
            {
                Fail(CaptureFault.TlsNotOpened, "a record is not authentic under the secret of the key log");
                return;
            }

            AcceptOpened(direction, type, content);
        }
        else if (type is TlsContentType.Handshake)
        {
            AcceptHandshake(direction, record[RecordProtection.Header..], isOpened: false);
        }
        else if (type is TlsContentType.ChangeCipherSpec && !_tls13)
        {
            if (half.Next is null)
            {
                Fail(CaptureFault.TlsInvalid, "ChangeCipherSpec before ServerHello");
                return;
            }

            half.Use(half.Next);
        }
        else if (_tls13 && type is TlsContentType.ApplicationData && half.Next is { } next && next.TryOpen(record, out type, out var first))
        {
            // Without handshake secrets the first record that opens with the application secret shows where the handshake has ended.
            half.Use(next);
            AcceptOpened(direction, type, first);
        }
    }

    private void AcceptOpened(int direction, TlsContentType type, byte[] content)
    {
        if (type is TlsContentType.ApplicationData)
        {
            receiver.Receive(direction, content);
        }
        else if (type is TlsContentType.Handshake)
        {
            AcceptHandshake(direction, content, isOpened: true);
        }
    }

    private void AcceptHandshake(int direction, ReadOnlySpan<byte> octets, bool isOpened)
    {
        if (!_halves[direction].Handshake.TryAccept(octets, (type, body) => AcceptMessage(direction, type, body, isOpened)) && !_isOver)
        {
            Fail(CaptureFault.TlsInvalid, "a handshake message is longer than any real one");
        }
    }

    private void AcceptMessage(int direction, byte type, byte[] body, bool isOpened)
    {
        if (_isOver)
        {
            return;
        }

        switch (type)
        {
            case HandshakeMessages.ClientHello when isOpened:
                Fail(CaptureFault.TlsUnsupported, "the connection is negotiated again");
                break;
            case HandshakeMessages.ClientHello:
                if (!HelloMessage.TryParseClient(body, out var clientHello))
                {
                    Fail(CaptureFault.TlsInvalid, "ClientHello is too short");
                    break;
                }

                (_clientRandom, _client) = (clientHello.Random, direction);
                break;
            case HandshakeMessages.ServerHello when !isOpened && _suite is null:
                if (_clientRandom is null || direction == _client || !HelloMessage.TryParseServer(body, out var serverHello))
                {
                    Fail(CaptureFault.TlsInvalid, "ServerHello is malformed or comes from the client");
                }
                else if (!serverHello.IsRetryRequest)
                {
                    Negotiate(serverHello, _clientRandom);
                }

                break;
            case HandshakeMessages.Finished when isOpened && _tls13 && _halves[direction].Next is { } next:
                _halves[direction].Use(next);
                break;
            case HandshakeMessages.KeyUpdate when isOpened && _tls13:
                var half = _halves[direction];
                half.TrafficSecret = TlsKeys.NextTrafficSecret(_suite!.Hash, half.TrafficSecret);
                half.Use(AeadProtection.ForTls13(_suite, half.TrafficSecret));
                break;
            default:
                break;
        }
    }

    private void Negotiate(HelloMessage hello, byte[] clientRandom)
    {
        _tls13 = hello.Version == HelloMessage.Tls13;
        var name = string.Create(CultureInfo.InvariantCulture, $"{(TlsCipherSuite)hello.Suite}");
        if ((!_tls13 && hello.Version != HelloMessage.Tls12) || !TlsSuite.TryFind(hello.Suite, _tls13, out _suite)
            || (_suite.Cipher is TlsCipher.ChaCha20Poly1305 && !ChaCha20Poly1305.IsSupported))
        {
            Fail(CaptureFault.TlsUnsupported, $"TLS version {Wire.XmlForm.Hex16(hello.Version)} with {name} is not read here");
            return;
        }

        var described = $"TLS {(_tls13 ? "1.3" : "1.2")} {name}{(hello.EncryptThenMac && _suite.Cipher is TlsCipher.Cbc ? " encrypt-then-mac" : "")}";
        if (_tls13 ? TryUseTls13(_suite, clientRandom) : TryUseTls12(_suite, hello, clientRandom))
        {
            receiver.Negotiated(described + ", opened with the key log");
        }
        else
        {
            _isOver = true;
            receiver.Negotiated(described + ", not opened: no secret for this connection in the key log");
        }
    }

    private bool TryUseTls12(TlsSuite suite, HelloMessage hello, byte[] clientRandom)
    {
        if (!keyLog.TryFind(TlsSecret.Master, clientRandom, out var master))
        {
            return false;
        }

        // MAC keys, keys and fixed nonces, each of the client first (RFC 5246, 6.3).
        var isCbc = suite.Cipher is TlsCipher.Cbc;
        var (mac, key, iv) = (suite.MacSize, suite.KeySize, isCbc ? 0 : AeadProtection.FixedIvSize(suite.Cipher));
        var block = TlsKeys.KeyBlock(suite.Hash, master, hello.Random, clientRandom, 2 * (mac + key + iv));
        for (var side = 0; side < 2; side++)
        {
            var macKey = block.AsSpan(side * mac, mac);
            var writeKey = block.AsSpan((2 * mac) + (side * key), key);
            _halves[side == 0 ? _client : 1 - _client].Next = isCbc
                ? new CbcProtection(suite, macKey, writeKey, hello.EncryptThenMac)
                : AeadProtection.ForTls12(suite.Cipher, writeKey, block.AsSpan((2 * (mac + key)) + (side * iv), iv));
        }

        return true;
    }

    private bool TryUseTls13(TlsSuite suite, byte[] clientRandom)
    {
        if (!TryFind(suite, TlsSecret.ClientTraffic, clientRandom, out var clientSecret)
            || !TryFind(suite, TlsSecret.ServerTraffic, clientRandom, out var serverSecret))
        {
            return false;
        }

        Prepare(_halves[_client], clientSecret, TlsSecret.ClientHandshakeTraffic);
        Prepare(_halves[1 - _client], serverSecret, TlsSecret.ServerHandshakeTraffic);
        return true;

        void Prepare(TlsHalf half, byte[] application, TlsSecret handshake)
        {
            half.TrafficSecret = application;
            half.Next = AeadProtection.ForTls13(suite, application);
            half.Use(TryFind(suite, handshake, clientRandom, out var secret) ? AeadProtection.ForTls13(suite, secret) : null);
        }
    }

    // A secret of another length belongs to another suite: its line is wrong.
    private bool TryFind(TlsSuite suite, TlsSecret label, byte[] clientRandom, out byte[] secret)
    {
        secret = keyLog.TryFind(label, clientRandom, out var found) ? found : [];
        return secret.Length == (suite.Hash == HashAlgorithmName.SHA384 ? 48 : 32);
    }

    private void Fail(CaptureFault fault, string detail)
    {
        _isOver = true;
        receiver.Fail(new(fault, detail));
    }
}
