namespace PairSettle.Tests.Shared;

/// <summary>Finds the files of the project that are not code.</summary>
internal static class Repository
{
    /// <summary>The folder of the project.</summary>
    public static string Root { get; } = Locate();

    /// <summary>The path of a file or folder of the project.</summary>
    public static string PathOf(params string[] relative) => Path.Combine([Root, .. relative]);

    private static string Locate()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PairSettle.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }
}
