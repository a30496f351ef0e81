using System.Collections.Immutable;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement;

namespace PairSettle.Samples.ChargeAndSettle.Stage;

/// <summary>Signed declarations in a folder: <c>declarations/N.cms</c> beside the issuer's certificates <c>N.pem</c>.</summary>
internal static class DeclarationFolder
{
    private const string Name = "declarations";

    public static void Write(string owner, IEnumerable<CarriedDeclaration> declarations)
    {
        var folder = Directory.CreateDirectory(Path.Combine(owner, Name)).FullName;
        foreach (var declaration in declarations)
        {
            var stem = Path.Combine(folder, declaration.Content.Serial.ToString(CultureInfo.InvariantCulture));
            File.WriteAllBytes(stem + ".cms", declaration.Signed.Encoded.Span);
            File.WriteAllText(stem + ".pem", CertificatePem.Write(declaration.Chain));
        }
    }

    /// <exception cref="RecordContentException">A file is not a signed declaration.</exception>
    public static ImmutableArray<CarriedDeclaration> Read(string owner) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(owner, Name), "*.cms").Order(StringComparer.Ordinal).Select(file =>
            SignedPart.TryParse<Declaration>(File.ReadAllBytes(file), out var signed, out var error)
                ? new CarriedDeclaration(signed, CertificatePem.Read(File.ReadAllText(Path.ChangeExtension(file, ".pem"))))
                : throw new RecordContentException(error)),
    ];
}
