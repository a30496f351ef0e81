namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A token of SoftHSM in a folder of its own.</summary>
internal sealed class SoftHsm : TestToken
{
    public const string Absent = "SoftHSM (package softhsm2) is not installed";

    public SoftHsm(string folder)
        : base(folder, Module!, new() { ["SOFTHSM2_CONF"] = Path.Combine(folder, "softhsm2.conf") })
    {
        var tokens = Directory.CreateDirectory(Path.Combine(folder, "tokens")).FullName;
        File.WriteAllText(Path.Combine(folder, "softhsm2.conf"), $"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n");
        Initialize();
    }

    public static string? Module { get; } = new[]
    {
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib64/pkcs11/libsofthsm2.so",
    }.FirstOrDefault(File.Exists);

    public static bool IsPresent => Module is not null;

    /// <summary>Nothing runs between uses, and the files are the folder's.</summary>
    public override void Dispose()
    {
    }
}
