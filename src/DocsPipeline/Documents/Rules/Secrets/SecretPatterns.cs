using System.Text.RegularExpressions;

namespace DocsPipeline.Documents.Rules.Secrets;

/// <summary>The forms that issuers publish for their tokens, PEM's for keys, and the ways people write down a password.</summary>
internal static partial class SecretPatterns
{
    public static IReadOnlyList<SecretPattern> All { get; } =
    [
        new("private key", ["PRIVATE KEY", "PuTTY-User-Key", "AGE-SECRET-KEY", "Private-Lines"], PrivateKey()),
        new("GitHub token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"], GitHub()),
        new("GitLab token", ["glpat-", "gldt-", "glrt-", "glcbt-", "glptt-"], GitLab()),
        new("Slack token", ["xox", "xapp-", "hooks.slack.com"], Slack()),
        new("AWS key", ["AKIA", "ASIA", "ABIA", "ACCA"], Aws()),
        new("Google key", ["AIza", "GOCSPX-", "ya29."], Google()),
        new("Azure key", ["AccountKey=", "SharedAccessKey=", "sig="], Azure()),
        new("Atlassian token", ["ATATT3", "ATCTT3", "ATBB"], Atlassian()),
        new("payment key", ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_"], Payment()),
        new("service token",
            ["npm_", "pypi-", "doo_v1_", "dop_v1_", "dor_v1_", "SG.", "hvs.", "sk-", "hf_", "shpat_", "shpss_", "shpca_", "shppa_", "key-",
                "dapi", "lin_api_", "NRAK-", "rubygems_", "PMAK-", "sntry", "EAAC", "figd_", "dckr_pat_",
                .. "0123456789abcdef".Select(digit => $"SK{digit}")], Service()),
        new("JSON web token", ["eyJ"], Jwt()),
        new("password in an address", ["://"], InAddress(), value =>
            value.Length >= 3 && !value.Contains("password", StringComparison.OrdinalIgnoreCase) && !value.Contains('<')
                && !value.Contains('{')),
        new("authorization header", ["Bearer", "Basic"], Header(), SecretPattern.LooksReal),
        new("password", ["pass", "pwd", "secret", "api", "token", "kennwort", "credential", "key"], Password(), SecretPattern.LooksReal),
    ];

    [GeneratedRegex(
        "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[0-9]|Private-Lines: [0-9]"
        + "|AGE-SECRET-KEY-1[A-Z0-9]{58}")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})")]
    private static partial Regex GitHub();

    [GeneratedRegex(@"\bgl(?:pat|dt|rt|cbt|ptt)-[A-Za-z0-9_-]{20,}")]
    private static partial Regex GitLab();

    [GeneratedRegex(@"\bxox[a-z]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{20,}|hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,}")]
    private static partial Regex Slack();

    [GeneratedRegex(@"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b")]
    private static partial Regex Aws();

    [GeneratedRegex(@"\bAIza[A-Za-z0-9_-]{35}|\bGOCSPX-[A-Za-z0-9_-]{20,}|\bya29\.[A-Za-z0-9_-]{20,}")]
    private static partial Regex Google();

    [GeneratedRegex(@"\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}={0,2}|[?&]sig=[A-Za-z0-9%]{40,}")]
    private static partial Regex Azure();

    [GeneratedRegex(@"\bAT(?:ATT3|CTT3|BB)[A-Za-z0-9_=-]{20,}")]
    private static partial Regex Atlassian();

    [GeneratedRegex(@"\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{24,})")]
    private static partial Regex Payment();

    [GeneratedRegex(
        @"\b(?:npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{50,}|do[opr]_v1_[a-f0-9]{64}"
        + @"|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|hvs\.[A-Za-z0-9_-]{24,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}"
        + @"|hf_[A-Za-z0-9]{34}|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{32}|key-[a-f0-9]{32}|dapi[a-f0-9]{32}"
        + @"|lin_api_[A-Za-z0-9]{40}|NRAK-[A-Z0-9]{27}|rubygems_[a-f0-9]{48}|PMAK-[a-f0-9]{24}-[a-f0-9]{34}"
        + @"|sntry[su]_[A-Za-z0-9+/=_-]{40,}|EAAC[A-Za-z0-9]{20,}|figd_[A-Za-z0-9_-]{40}|dckr_pat_[A-Za-z0-9_-]{27}"
        + @"|SK[a-f0-9]{32})")]
    private static partial Regex Service();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}")]
    private static partial Regex Jwt();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@""'<>]{1,100}:(?<secret>[^\s/@""'<>]{3,200})@[A-Za-z0-9]")]
    private static partial Regex InAddress();

    [GeneratedRegex(@"\b(?:Bearer|Basic)[ \t]+(?<secret>[A-Za-z0-9+/_.=-]{20,})")]
    private static partial Regex Header();

    [GeneratedRegex(
        """(?:pass(?:word|wd|wort|phrase|code)?|pwd|kennwort|credentials?|(?:client|shared|app|api|access|auth"""
        + """|secret|private)?[ _-]?(?:secret|token|key))["'`*_]{0,3}[ \t]*(?:[:=|]|:="""
        + """|=>)[ \t]*["'`*]{0,3}(?<secret>[^\s"'`|,;<>()]{8,200})""", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
