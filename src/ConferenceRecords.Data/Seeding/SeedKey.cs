using System.Security.Cryptography;
using System.Text;

namespace ConferenceRecords.Data.Seeding;

/// <summary>Gives each key of a seed file one UUID (version 8, RFC 9562), the same on every machine.</summary>
internal static class SeedKey
{
    public static Guid Id(string kind, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{key}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
