using PairSettle.Samples.ChargeAndSettle;
using PairSettle.Samples.ChargeAndSettle.Verification;

return await DemoOptions.CreateCommand(static (options, cancellationToken) => options.Role switch
{
    DemoRole.Charger or DemoRole.Vehicle => Part.RunAsync(options, cancellationToken),
    DemoRole.Auditor => Task.FromResult(Auditor.Verify(options, Console.Out)),
    _ => new Director(options).RunAsync(cancellationToken),
}).Parse(args).InvokeAsync();
