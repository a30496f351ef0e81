using PairSettle.Tool.Commands;

return await PairSettleCommand.RunAsync(args, Console.Out, Console.Error);
