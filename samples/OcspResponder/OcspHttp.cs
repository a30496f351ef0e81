using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Samples.Ocsp;

/// <summary>OCSP requests and responses as HTTP carries them (RFC 6960, appendix A; RFC 5019, sections 5 and 6).</summary>
internal static class OcspHttp
{
    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";

    /// <summary>The octets of a request: the body of a POST, or the path of a GET.</summary>
    /// <returns>Null where there is none; what no OCSP request can be is left to the responder.</returns>
    /// <exception cref="BadHttpRequestException">The body is longer than the server allows.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return FromPath(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        }

        if (!HttpMethods.IsPost(request.Method) || !IsRequestType(request.ContentType))
        {
            return null;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    /// <summary>The HTTP status for what <see cref="ReadAsync"/> did not understand.</summary>
    public static int Refuse(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        request.HttpContext.Response.Headers.Allow = "GET, POST";
        return StatusCodes.Status405MethodNotAllowed;
    }

    /// <summary>Writes an answer. What others may be given again says so and until when; all else is not to be stored.</summary>
    public static async Task WriteAsync(HttpResponse response, OcspReply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var headers = response.Headers;
        if (reply is { IsReusable: true, ThisUpdate: { } thisUpdate, NextUpdate: { } nextUpdate })
        {
            var seconds = (long)(nextUpdate - now).TotalSeconds;
            headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"max-age={seconds}, public, no-transform, must-revalidate");
            headers.LastModified = thisUpdate.ToString("R", CultureInfo.InvariantCulture);
            headers.Expires = nextUpdate.ToString("R", CultureInfo.InvariantCulture);
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.RawData.Span))}\"";
        }
        else
        {
            headers.CacheControl = "no-store";
        }

        response.ContentType = ResponseType;
        response.ContentLength = reply.RawData.Length;
        await response.Body.WriteAsync(reply.RawData, cancellationToken);
    }

    // The target as it came: a slash of the base64 may be escaped or not, and unescaping twice would be wrong.
    private static byte[]? FromPath(string target)
    {
        var text = Uri.UnescapeDataString(target.TrimStart('/'));
        var octets = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, octets, out var written) && written <= OcspRequest.MaxLength ? octets[..written] : null;
    }

    private static bool IsRequestType(string? value)
    {
        try
        {
            return value is not null && new ContentType(value).MediaType.Equals(RequestType, StringComparison.OrdinalIgnoreCase);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
