using System.Formats.Asn1;
using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using PairSettle.Credentials;

namespace PairSettle.Samples.HardwareKeys;

/// <summary>A token behind a PKCS#11 module, with its user logged in.</summary>
internal sealed class Pkcs11Token : IDisposable
{
    private const string EcPublicKey = "1.2.840.10045.2.1";

    // The package asks for libdl by the name that development packages alone bring.
    static Pkcs11Token() => NativeLibrary.SetDllImportResolver(
        typeof(Pkcs11InteropFactories).Assembly,
        static (name, _, _) => name == "libdl" && OperatingSystem.IsLinux() ? NativeLibrary.Load("libdl.so.2") : 0);

    private readonly IPkcs11Library _library;
    private readonly ISession _session;

    private Pkcs11Token(IPkcs11Library library, ISession session)
    {
        _library = library;
        _session = session;
    }

    /// <summary>Gives a label and PINs to the first token that has none.</summary>
    /// <exception cref="IOException">There is no such token.</exception>
    /// <exception cref="Pkcs11Exception">The token refuses.</exception>
    public static void Initialize(string module, string label, string officerPin, string pin)
    {
        using var library = Load(module);
        var slot = library.GetSlotList(SlotsType.WithTokenPresent).Find(static candidate => !candidate.GetTokenInfo().TokenFlags.TokenInitialized)
            ?? throw new IOException("there is no token that is free");
        slot.InitToken(officerPin, label);
        using var session = slot.OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_SO, officerPin);
        session.InitPin(pin);
        session.Logout();
    }

    /// <summary>Opens a token by its label.</summary>
    /// <exception cref="IOException">There is no such token.</exception>
    /// <exception cref="Pkcs11Exception">The token refuses.</exception>
    public static Pkcs11Token Open(string module, string label, string pin)
    {
        var library = Load(module);
        try
        {
            var slot = library.GetSlotList(SlotsType.WithTokenPresent).Find(candidate => candidate.GetTokenInfo().Label == label)
                ?? throw new IOException($"there is no token {label}");
            var session = slot.OpenSession(SessionType.ReadWrite);
            session.Login(CKU.CKU_USER, pin);
            return new Pkcs11Token(library, session);
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    /// <summary>Makes a key that never leaves the token.</summary>
    /// <exception cref="IOException">A key has the label already.</exception>
    public Pkcs11Signer MakeKey(string label, SignatureAlgorithm algorithm)
    {
        if (Find(CKO.CKO_PUBLIC_KEY, label) is not null)
        {
            throw new IOException($"the token holds a key {label} already");
        }

        var id = System.Text.Encoding.UTF8.GetBytes(label);
        _session.GenerateKeyPair(
            _session.Factories.MechanismFactory.Create(CKM.CKM_EC_KEY_PAIR_GEN),
            [
                Attribute(CKA.CKA_TOKEN, true), Attribute(CKA.CKA_PRIVATE, false), Attribute(CKA.CKA_LABEL, label), Attribute(CKA.CKA_ID, id),
                Attribute(CKA.CKA_VERIFY, true), Attribute(CKA.CKA_EC_PARAMS, Parameters(algorithm)),
            ],
            [
                Attribute(CKA.CKA_TOKEN, true), Attribute(CKA.CKA_PRIVATE, true), Attribute(CKA.CKA_LABEL, label), Attribute(CKA.CKA_ID, id),
                Attribute(CKA.CKA_SIGN, true), Attribute(CKA.CKA_SENSITIVE, true), Attribute(CKA.CKA_EXTRACTABLE, false),
            ],
            out _,
            out _);
        return OpenKey(label);
    }

    /// <summary>Opens a key that the token holds.</summary>
    /// <exception cref="IOException">There is no such key, or it is on another curve.</exception>
    public Pkcs11Signer OpenKey(string label)
    {
        var publicKey = Find(CKO.CKO_PUBLIC_KEY, label) ?? throw new IOException($"the token holds no key {label}");
        var privateKey = Find(CKO.CKO_PRIVATE_KEY, label) ?? throw new IOException($"the token holds no private key {label}");
        var values = _session.GetAttributeValue(publicKey, [CKA.CKA_EC_PARAMS, CKA.CKA_EC_POINT]);
        var parameters = values[0].GetValueAsByteArray();
        foreach (var algorithm in Enum.GetValues<SignatureAlgorithm>().Where(static algorithm => algorithm.SignsHash()))
        {
            if (Parameters(algorithm).AsSpan().SequenceEqual(parameters))
            {
                return new Pkcs11Signer(_session, privateKey, algorithm, PublicKeyInfo(parameters, Point(algorithm, values[1].GetValueAsByteArray())));
            }
        }

        throw new IOException($"the key {label} is not on secp256r1, secp384r1 or secp521r1");
    }

    public void Dispose()
    {
        _session.Dispose();
        _library.Dispose();
    }

    private static IPkcs11Library Load(string module)
    {
        var factories = new Pkcs11InteropFactories();
        return factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, module, AppType.MultiThreaded);
    }

    private IObjectHandle? Find(CKO kind, string label) =>
        _session.FindAllObjects([Attribute(CKA.CKA_CLASS, kind), Attribute(CKA.CKA_LABEL, label)]) is [var found, ..] ? found : null;

    private IObjectAttribute Attribute(CKA type, bool value) => _session.Factories.ObjectAttributeFactory.Create(type, value);

    private IObjectAttribute Attribute(CKA type, string value) => _session.Factories.ObjectAttributeFactory.Create(type, value);

    private IObjectAttribute Attribute(CKA type, byte[] value) => _session.Factories.ObjectAttributeFactory.Create(type, value);

    private IObjectAttribute Attribute(CKA type, CKO value) => _session.Factories.ObjectAttributeFactory.Create(type, value);

    private static byte[] Parameters(SignatureAlgorithm algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(algorithm switch
        {
            SignatureAlgorithm.EcdsaP256Sha256 => "1.2.840.10045.3.1.7",
            SignatureAlgorithm.EcdsaP384Sha384 => "1.3.132.0.34",
            SignatureAlgorithm.EcdsaP521Sha512 => "1.3.132.0.35",
            _ => throw new ArgumentException($"{algorithm} signs data, and the token is asked to sign hashes", nameof(algorithm)),
        });
        return writer.Encode();
    }

    // PKCS#11 gives the point as an OCTET STRING (v3.1, 6.3.3). Some modules leave that away, and tpm2-pkcs11 1.9 writes its length wrongly from
    // 128 octets on; all put the point last. Were it not the key's, the first signature would tell.
    private static byte[] Point(SignatureAlgorithm algorithm, byte[] value)
    {
        var length = 1 + algorithm.SignatureLength();
        return value.Length >= length && value[^length] == 0x04
            ? value[^length..]
            : throw new IOException("the token does not give the key's point uncompressed");
    }

    private static byte[] PublicKeyInfo(byte[] parameters, byte[] point)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(EcPublicKey);
                writer.WriteEncodedValue(parameters);
            }

            writer.WriteBitString(point);
        }

        return writer.Encode();
    }
}
