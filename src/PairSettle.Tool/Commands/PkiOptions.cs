using System.CommandLine;
using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>Arguments and options that the commands of <c>pairsettle pki</c> share, and what they mean.</summary>
internal static class PkiOptions
{
    public static Argument<string> Authority() => new("AUTHORITY") { Description = "The authority's folder, as pki init --keep-authorities, pki root and pki issue write it." };

    public static Option<DateTimeOffset?> At() => new("--at") { Description = "The time of issue; now by default." };

    public static Option<string> File(string description) => new("--out") { Description = description, Required = true };

    public static Option<string[]> Addresses(string name, string description)
    {
        var addresses = new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true, HelpName = "URI" };
        addresses.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!Uri.TryCreate(token.Value, UriKind.Absolute, out _) || token.Value.Any(static character => !char.IsAscii(character)))
                {
                    result.AddError($"{token.Value}: not an absolute URI of ASCII characters");
                }
            }
        });
        return addresses;
    }

    public static Option<int> Days(int value)
    {
        var days = new Option<int>("--days") { Description = "The validity.", DefaultValueFactory = _ => value };
        days.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 36_500)
            {
                result.AddError("--days takes a whole number from 1 to 36500");
            }
        });
        return days;
    }

    /// <summary>The time that was given, or the present, in whole seconds.</summary>
    public static DateTimeOffset Now(DateTimeOffset? given) => TrustListFiles.WholeSeconds(given ?? TimeProvider.System.GetUtcNow());

    /// <summary>A name of the kind that the profiles use.</summary>
    public static DistinguishedName Subject(string name, string? organization, string? country, string? domainComponent)
    {
        if (name.Length == 0)
        {
            throw new InvalidDataException("the common name is empty");
        }

        if (country is not null and not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            throw new InvalidDataException($"{country}: a country has two capital letters");
        }

        return TrustListFiles.Refusing(() => DistinguishedName.Create(name, organization, country, domainComponent));
    }

    public static string Describe(Certificate certificate) => $"{certificate}, serial number {Convert.ToHexString(certificate.SerialNumber.Span)}";

    /// <summary>Refuses a folder that something lies in.</summary>
    public static void DemandNew(string folder)
    {
        if (Directory.Exists(folder) || System.IO.File.Exists(folder))
        {
            throw new IOException($"{folder}: exists already; nothing was issued");
        }
    }
}
