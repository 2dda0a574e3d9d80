using System.Security.Cryptography;
using System.Text;

namespace LiveSop.Bot.Storage;

/// <summary>What PostgreSQL keeps of a password (RFC 5802, SCRAM-SHA-256). Sent in its place, so that no server log ever holds the password.</summary>
internal static class ScramVerifier
{
    private const int Iterations = 4096;

    /// <param name="password">ASCII: others would need SASLprep first.</param>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
