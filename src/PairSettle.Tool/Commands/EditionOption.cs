using System.CommandLine;
using PairSettle.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary>The option <c>--edition</c>, which takes the number of a part of ISO 15118.</summary>
internal static class EditionOption
{
    public static Option<Iso15118Edition?> Create(string description)
    {
        var edition = new Option<Iso15118Edition?>("--edition")
        {
            Description = description,
            HelpName = "2|20",
            CustomParser = static result => result.Tokens is [{ Value: "20" }] ? Iso15118Edition.Iso15118_20 : Iso15118Edition.Iso15118_2,
        };
        edition.AcceptOnlyFromAmong("2", "20");
        return edition;
    }
}
