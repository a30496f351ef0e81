using System.CommandLine;
using PairSettle.Tool.Commands;

var root = new RootCommand("PairSettle: EXI, PKI, pair-settlement records, conformance and benchmarks.")
{
    ExiCommand.Create(),
    ConformCommand.Create(),
    BenchCommand.Create(),
    PkiCommand.Create(),
    RecordCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
