using System.Security.Cryptography;
using System.Text;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>The generated secret of a cluster; every role's password comes from it and so is the same in each run.</summary>
internal sealed class ServerSecret
{
    private readonly byte[] key;

    private ServerSecret(byte[] key) => this.key = key;

    /// <summary>Reads the secret, or makes one that only its owner can read.</summary>
    public static ServerSecret ReadOrMake(string path)
    {
        if (!File.Exists(path)) OwnFiles.Write(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        return new(Convert.FromHexString(File.ReadAllText(path).Trim()));
    }

    public string PasswordFor(string role) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(role)));
}
