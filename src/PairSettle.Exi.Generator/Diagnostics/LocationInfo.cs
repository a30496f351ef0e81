using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PairSettle.Exi.Generator.Diagnostics;

/// <summary>A place in the source that compares by value and keeps no syntax alive.</summary>
internal sealed record LocationInfo(string FilePath, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo? Of(Location? location) =>
        location?.SourceTree is { } tree ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    public Location ToLocation() => Location.Create(FilePath, Span, Lines);
}
