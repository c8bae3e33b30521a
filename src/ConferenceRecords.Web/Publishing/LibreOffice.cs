using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConferenceRecords.Web.Publishing;

/// <summary>Why no PDF came of a document: a stable code, never text of the document.</summary>
public sealed class LibreOfficeException(string code) : Exception($"LibreOffice: {code}")
{
    public string Code { get; } = code;
}

/// <summary>
/// Makes PDFs by LibreOffice where it is installed, each in a folder of its own with a profile of its own, without a network and within a time. What it started is ended by
/// its process, with its children.
/// </summary>
/// <param name="configured">Path of the program (<c>Portal:LibreOffice</c>); "none" for no LibreOffice; null to look for it.</param>
public sealed class LibreOffice(string? configured)
{
    /// <summary>A document of a hundred pages takes a few seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe",
    ];

    /// <summary>PDF/A-2b with tags: for an archive, and for screen readers.</summary>
    private const string Filter = """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    /// <summary>Nothing is loaded from outside, no macro runs, and a proxy that is not there takes what would still leave the machine.</summary>
    private const string Settings =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        </oor:items>
        """;

    /// <summary>The program; null where it is not installed.</summary>
    public string? Program => configured is { Length: > 0 } named ? (File.Exists(named) ? named : null) : OnPath().Concat(UsualPlaces).FirstOrDefault(File.Exists);

    /// <summary>Makes a PDF of a Word file.</summary>
    /// <exception cref="LibreOfficeException">LibreOffice is not there, took too long, or made no PDF.</exception>
    public async Task<byte[]> ToPdfAsync(byte[] document, CancellationToken cancel)
    {
        var program = Program ?? throw new LibreOfficeException("NotInstalled");
        var folder = Directory.CreateTempSubdirectory("conference-records-pdf-").FullName;
        try
        {
            var profile = Path.Combine(folder, "profile");
            Directory.CreateDirectory(Path.Combine(profile, "user"));
            await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings, cancel);
            var source = Path.Combine(folder, "ket-luan.docx");
            await File.WriteAllBytesAsync(source, document, cancel);
            await RunAsync(program, folder, [$"-env:UserInstallation={new Uri(profile)}", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", Filter, "--outdir", folder, source], cancel);
            var made = Path.Combine(folder, "ket-luan.pdf");
            return File.Exists(made) && await File.ReadAllBytesAsync(made, cancel) is { Length: > 0 } pdf ? pdf : throw new LibreOfficeException("NoPdf");
        }
        finally
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // A child that outlived its end still writes there: the document is made all the same, and the system clears its folder of temporary files.
            }
        }
    }

    private static async Task RunAsync(string program, string folder, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

        // Nothing of the portal's own settings, passwords of databases among them, goes to another program.
        var path = Environment.GetEnvironmentVariable("PATH");
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Longest);
        using var process = Begin(start);
        process.StandardInput.Close();
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            throw new LibreOfficeException("TooLong");
        }
        await Task.WhenAny(said, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
        if (process.ExitCode != 0) throw new LibreOfficeException("Failed");
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new LibreOfficeException("NotStarted");
        }
    }

    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "soffice.exe" : "soffice"));
}
