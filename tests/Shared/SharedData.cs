namespace PairSettle.Tests.Shared;

/// <summary>Finds the third-party corpora that tests use when they lie beside the project, and never copies them.</summary>
internal static class SharedData
{
    /// <summary>The reason that a test gives when it is skipped for want of the corpora.</summary>
    public const string Absent = "third-party corpora are absent: set PAIRSETTLE_DATA or place them at ../shared/data";

    /// <summary>The folder of the corpora, or null where there is none.</summary>
    public static string? Root { get; } = Locate();

    /// <summary>The path of one corpus file or folder, or null where the corpora are absent.</summary>
    public static string? PathOf(string relative) =>
        Root is { } root && Path.Combine(root, relative) is var path && (File.Exists(path) || Directory.Exists(path)) ? path : null;

    private static string? Locate()
    {
        if (Environment.GetEnvironmentVariable("PAIRSETTLE_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = Repository.PathOf("..", "shared", "data");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}

/// <summary>A fact that needs a third-party corpus, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute(string relative)
    {
        if (SharedData.PathOf(relative) is null)
        {
            Skip = $"{relative}: {SharedData.Absent}";
        }
    }
}
