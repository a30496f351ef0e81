using System.CommandLine;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Schemas;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi compare</c>: holds the grammars of annotated types against those of schema documents.</summary>
internal static class ExiCompareCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--xsd") { Description = "A folder with schema documents, found by their target namespaces.", Required = true };
        var assembly = new Option<string>("--assembly") { Description = "A compiled assembly with annotated types; PairSettle.Iso15118 otherwise." };
        var sets = new Option<string[]>("--set")
        {
            Description = "Only these sets, by short name or target namespace.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("compare", "Show, production by production, that types and schema documents have the same grammars; exit 0 only if all have.")
        {
            folder, assembly, sets,
        };
        command.SetAction(parse => Run(
            parse.GetValue(folder)!,
            parse.GetValue(assembly) ?? typeof(Iso2Schema).Assembly.Location,
            parse.GetValue(sets)?.Select(name => MessageSets.Find(name)?.Namespace ?? name).ToList() ?? [],
            parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, string assembly, List<string> sets, TextWriter output)
    {
        var (passed, failed) = (0, 0);
        var schemas = CompiledAssembly.List(assembly);
        foreach (var target in sets.Count > 0 ? sets : schemas.Keys.Order(StringComparer.Ordinal).ToList())
        {
            if (!schemas.TryGetValue(target, out var types))
            {
                Fail($"FAIL {target}: no schema of that namespace in {Path.GetFileName(assembly)}");
                continue;
            }

            var documents = SchemaDocuments.Find(folder, target).Select(path => (
                Name: $"{target} ({Path.GetRelativePath(folder, path)})",
                Comparison: GrammarComparison.Of(types, SchemaDocuments.List(path)))).ToList();
            if (documents.Count == 0)
            {
                Fail($"FAIL {target}: no schema document of that namespace in {folder}");
                continue;
            }

            // A folder may hold further editions of a schema: the types follow one of them, and the others are shown.
            var follows = documents.Exists(document => document.Comparison.AreEqual);
            foreach (var (name, comparison) in documents)
            {
                if (comparison.AreEqual)
                {
                    output.WriteLine($"equal {name}: {comparison.Productions} productions in {comparison.Grammars} grammars");
                    continue;
                }

                output.WriteLine($"{(follows ? "another edition" : "FAIL")} {name}:");
                foreach (var difference in comparison.Differences)
                {
                    output.WriteLine($"  {difference}");
                }
            }

            (passed, failed) = follows ? (passed + 1, failed) : (passed, failed + 1);
        }

        output.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;

        void Fail(string line)
        {
            failed++;
            output.WriteLine(line);
        }
    }
}
