namespace PairSettle.Exi;

/// <summary>
/// The path of an <see cref="ExiError"/> while calls unwind. It holds names of the schema alone, never what a peer called its
/// elements, and its length is bounded: elements that contain themselves would make it grow with their depth.
/// </summary>
internal static class ExiPath
{
    /// <summary>What stands for elements that the schema does not declare, however many are inside each other.</summary>
    public const string Undeclared = "*";

    private const int Longest = 240;
    private const string Omitted = "...";

    /// <summary>Puts a name around a path.</summary>
    public static string Around(string? path, string name)
    {
        if (path is null)
        {
            return name;
        }

        if (path.StartsWith(Omitted, StringComparison.Ordinal)
            || (name == Undeclared && path.StartsWith(Undeclared, StringComparison.Ordinal)))
        {
            return path;
        }

        return path.Length + name.Length < Longest ? $"{name}/{path}" : $"{Omitted}/{path}";
    }
}
