using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Files of the program that every page names.</summary>
internal static class PageFiles
{
    /// <summary>Address of a file under the name that carries the mark of its content, as a tag with <c>~/</c> gets it, without the cost of a tag helper.</summary>
    public static string File(this IUrlHelper url, string name) =>
        url.Content("~/" + (url.ActionContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[name] ?? name));
}
