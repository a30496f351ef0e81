using System.CommandLine;
using PairSettle.Tool.Schemas.Import;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi import</c>: annotated C# for a schema, from which the generator makes a codec.</summary>
internal static class ExiImportCommand
{
    public static Command Create()
    {
        var document = new Option<string>("--xsd") { Description = "The schema document; what it includes and imports is found by relative paths.", Required = true };
        var folder = new Option<string>("--output", "-o") { Description = "The folder that the files are written to.", Required = true };
        var space = new Option<string>("--namespace") { Description = "The C# namespace; by default the document's name." };
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist." };
        var command = new Command(
            "import", "Write annotated C# types that code exactly as a schema does. Exit 0 written and proven equal, 1 the schema has what types cannot express, 2 unusable input.")
        {
            document, folder, space, force,
        };
        command.SetAction(parse => Run(
            parse.GetValue(document)!,
            parse.GetValue(folder)!,
            parse.GetValue(space),
            parse.GetValue(force),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string document, string folder, string? space, bool force, TextWriter output, TextWriter errors)
    {
        space ??= Names.Identifier(Path.GetFileNameWithoutExtension(document), isType: true);
        if (!Names.IsNamespace(space))
        {
            return Refuse([new(ImportFault.NamespaceInvalid, space, "no C# namespace")], PairSettleCommand.Unusable);
        }

        var import = SchemaImport.Of(document, space);
        if (import.Errors.Count > 0)
        {
            return Refuse(import.Errors, import.Errors.Any(error => error.Fault == ImportFault.SchemaInvalid) ? PairSettleCommand.Unusable : 1);
        }

        var existing = import.Files.Select(file => Path.Combine(folder, file.Name)).Where(File.Exists).ToList();
        if (existing.Count > 0 && !force)
        {
            return Refuse(existing.Select(path => new ImportError(ImportFault.FileExists, path, "the file exists; --force overwrites it")), PairSettleCommand.Unusable);
        }

        Directory.CreateDirectory(folder);
        foreach (var file in import.Files)
        {
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        }

        output.WriteLine($"wrote {import.Files.Count} files to {folder}");
        output.WriteLine($"equal {(import.Target.Length == 0 ? "(no namespace)" : import.Target)}: {import.Comparison!.Productions} productions in {import.Comparison.Grammars} grammars");
        return 0;

        int Refuse(IEnumerable<ImportError> faults, int exitCode)
        {
            foreach (var fault in faults)
            {
                errors.WriteLine($"pairsettle: {fault}");
            }

            return exitCode;
        }
    }
}
