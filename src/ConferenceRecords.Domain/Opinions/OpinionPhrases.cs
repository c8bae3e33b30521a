using System.Collections.Frozen;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Opinions;

/// <summary>
/// The words of opinions that say the same, that say nothing of their own, and that deny. Keys are accented
/// (<see cref="VietnameseText.AccentedKey"/>): without their marks "bỏ" and "bổ" would be one word.
/// </summary>
internal static class OpinionPhrases
{
    /// <summary>Most syllables of a phrase below.</summary>
    public const int Longest = 5;

    /// <summary>Phrases that are one word for the comparison; those of a line say the same. An empty word is left out.</summary>
    private static readonly (string Word, string Phrases)[] Same =
    [
        ("", "xin|xin phép|đề nghị|kiến nghị|đề xuất|cần|cần phải|nên|phải|tôi|chúng tôi|cá nhân tôi|theo tôi|cơ bản|về cơ bản|hoàn toàn|rất|hết sức|và|với|của|cho|các|những|thì|là|mà|được|bị|đã|đang|sẽ|này|đó|về|ở|tại|theo|như|cũng|vào|lại|việc|sự|có|để|nhằm|do|bởi|rằng|nữa|thêm nữa|hơn nữa|hơn|ngoài ra|cụ thể|rõ hơn|quan tâm|ban soạn thảo|cơ quan soạn thảo|ban tổ chức|trong dự thảo|của dự thảo|vào dự thảo|ra khỏi dự thảo|tiếp tục|không chỉ|không những|đồng chí|thưa hội nghị|một số|đối với|thực sự"),
        ("nhat-tri", "nhất trí|nhất trí cao|đồng ý|đồng tình|tán thành|thống nhất cao|thống nhất với|hoàn toàn nhất trí"),
        ("bo-sung", "bổ sung|bổ sung thêm|bổ xung|thêm|đưa thêm|thêm vào"),
        ("loai-bo", "bỏ|loại bỏ|lược bỏ|bỏ ra|đưa ra khỏi|loại khỏi|loại ra khỏi|cắt bỏ|không đưa vào"),
        ("ra-soat", "rà soát|rà soát lại|soát lại|xem lại|xem xét|xem xét lại|nghiên cứu lại|kiểm tra lại|cân nhắc"),
        ("lam-ro", "làm rõ|làm rõ thêm|nêu rõ|nói rõ|ghi rõ|giải thích rõ|giải trình rõ|giải trình thêm|giải trình|thuyết minh rõ|quy định rõ|xác định rõ|phân tích rõ"),
        ("sua", "sửa|sửa lại|sửa đổi|chỉnh sửa|chỉnh sữa|chỉnh lại"),
        ("phu-hop", "phù hợp|sát|cho sát|sát hợp|hợp lý"),
        ("thuc-te", "thực tế|thực tiễn|tình hình thực tế|điều kiện thực tế"),
        ("kha-nang", "khả năng|năng lực thực hiện|khả năng thực hiện"),
        ("co-quan", "cơ quan|đơn vị"),
        ("hdnd", "hội đồng nhân dân|hđnd"),
        ("ubnd", "ủy ban nhân dân|ubnd"),
        ("mttq", "mặt trận tổ quốc|mttq"),
        ("ktxh", "kinh tế - xã hội|kinh tế xã hội|kt-xh|ktxh"),
        ("cntt", "công nghệ thông tin|cntt"),
        ("gpmb", "giải phóng mặt bằng|gpmb"),
        ("%", "phần trăm"),
        ("ngay-lam-viec", "ngày làm việc"),
        ("hau-can", "hậu cần"),
        ("khong-gian", "không gian"),
        ("khong-khi", "không khí"),
        ("2", "hai"), ("3", "ba"), ("4", "bốn"), ("6", "sáu"), ("7", "bảy"), ("8", "tám"), ("9", "chín"), ("10", "mười"),
    ];

    private static readonly FrozenDictionary<string, string> Words = Same
        .SelectMany(line => line.Phrases.Split('|').Select(phrase => (Phrase: string.Join(' ', phrase.Split(' ', '-').Where(p => p.Length > 0).Select(VietnameseText.AccentedKey)), line.Word)))
        .DistinctBy(p => p.Phrase).ToFrozenDictionary(p => p.Phrase, p => p.Word);

    private static readonly FrozenSet<string> Denials = Keys("không", "chưa", "chẳng", "đừng", "tránh", "khỏi");

    /// <summary>The word for a phrase; null where it is none of the list, empty where it says nothing of its own.</summary>
    public static string? Word(string phrase) => Words.GetValueOrDefault(phrase);

    /// <summary>Whether an accented word denies what follows.</summary>
    public static bool Denies(string word) => Denials.Contains(word);

    private static FrozenSet<string> Keys(params string[] words) => words.Select(VietnameseText.AccentedKey).ToFrozenSet();
}
