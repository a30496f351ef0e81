using System.Reflection;
using Microsoft.CodeAnalysis;
using PairSettle.Exi;
using PairSettle.Tool.Schemas.Import;

namespace PairSettle.Tool.Tests.Schemas.Import;

/// <summary>Compiles and loads what an import wrote.</summary>
internal static class Imported
{
    /// <summary>Compiles files without a complaint of generator or compiler, warnings included, and loads them.</summary>
    public static Assembly Load(IEnumerable<SourceFile> files)
    {
        var (compilation, complaints) = ImportProof.Compile(files);
        Assert.Equal([], complaints.Select(complaint => complaint.ToString()));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    /// <summary>The codec of the only schema of an assembly.</summary>
    public static ExiCodec Codec(Assembly assembly) => (ExiCodec)assembly.GetTypes()
        .Single(type => type.GetCustomAttribute<ExiSchemaAttribute>() is not null).GetProperty("Codec")!.GetValue(null)!;
}
