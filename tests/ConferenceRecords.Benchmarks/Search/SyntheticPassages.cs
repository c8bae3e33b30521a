using System.Text;

namespace ConferenceRecords.Benchmarks.Search;

/// <summary>
/// Texts of 40 to 80 syllables that are no sentences but have the measures of Vietnamese ones: real syllables with their marks, words of one to four of them,
/// both as frequent as in nature (Zipf). The n-th text is the same in every run and every size.
/// </summary>
internal sealed class SyntheticPassages
{
    private const int Words = 40_000, Syllables = 6_500;

    /// <summary>What official texts are full of, the most frequent first.</summary>
    private static readonly string[] Frequent =
        """
        và|các|của|công|có|trong|được|cho|tác|với|là|về|thực hiện|tỉnh|phát triển|năm|ủy ban|nhân dân|kinh tế|đến|xã hội|kế hoạch|nhiệm vụ|lãnh đạo|đạo|chỉ đạo|đảng|hội nghị
        cấp ủy|theo|ban thường vụ|tổ chức|quản lý|xây dựng|những|đồng chí|không|này|trên|từ|một|chính quyền|giải pháp|nâng cao|chất lượng|tăng cường|đẩy mạnh|nghị quyết|hội đồng nhân dân|ban chấp hành|kết luận
        cán bộ|đảng viên|doanh nghiệp|đầu tư|nông thôn|nông nghiệp|công nghiệp|dịch vụ|chuyển đổi số|y tế|giáo dục|đào tạo|môi trường|tài nguyên|quốc phòng|an ninh|trật tự|an toàn|kiểm tra|giám sát
        ngân sách|thu ngân sách|chi tiết|huyện|thành phố|thị xã|phường|xã|thôn|bản|hộ nghèo|giảm nghèo|bền vững|hạ tầng|giao thông|quy hoạch|đất đai|khu công nghiệp|cải cách hành chính|thủ tục hành chính
        bí thư|tỉnh ủy|văn phòng|báo cáo|tờ trình|đề án|chương trình|mục tiêu|chỉ tiêu|kết quả|hạn chế|nguyên nhân|trách nhiệm|người đứng đầu|tập trung|rà soát|bổ sung|hoàn thiện|ban hành|triển khai
        phòng chống dịch|dịch bệnh|tiêm chủng|vắc xin|sản xuất|kinh doanh|thị trường|xuất khẩu|nhập khẩu|lao động|việc làm|thu nhập|đời sống|văn hóa|thể thao|du lịch|di sản|truyền thống|dân tộc|tôn giáo
        mặt trận tổ quốc|đoàn thể|phụ nữ|thanh niên|cựu chiến binh|nông dân|công đoàn|tuyên giáo|dân vận|nội chính|kiểm sát|tòa án|công an|quân sự|biên giới|khoa học|công nghệ|đổi mới|sáng tạo|khởi nghiệp
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static readonly string[] Beginnings = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x".Split(' ').Prepend("").ToArray();

    private static readonly string[] Ends =
        ("a ai am an ang anh ao ap at au ay ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh êu i ia im in inh iu iêm iên iêu o oa oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uân uôn uông uôi uy uyên ư ưa ưi ưng ươi ươm ươn ương ưu y yên yêu").Split(' ');

    private static readonly string[] Tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

    private readonly string[] words;
    private readonly double[] frequencies;

    public SyntheticPassages()
    {
        var random = new Random(12);
        var syllables = Frequent.SelectMany(w => w.Split(' ')).Distinct().ToList();
        var others = Beginnings.SelectMany(b => Ends.SelectMany(e => Tones.Select(t => Toned(b, e, t)))).Distinct().Except(syllables).Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(others);
        syllables.AddRange(others.Take(Syllables - syllables.Count));
        var bySyllable = Zipf(syllables.Count, 1.0, 20);
        string Syllable() => syllables[Draw(bySyllable, random)];
        var all = new List<string>(Frequent);
        var known = all.ToHashSet();
        while (all.Count < Words)
        {
            var length = random.Next(10) switch { < 2 => 1, < 8 => 2, 8 => 3, _ => 4 };
            var word = string.Join(' ', Enumerable.Range(0, length).Select(_ => Syllable()));
            // The marks of a rare single syllable are often those of no other word: "má" beside "mà".
            if (known.Add(word)) all.Add(word);
            else if (length == 1) all.Add(syllables[random.Next(syllables.Count)]);
        }
        words = [.. all];
        frequencies = Zipf(words.Length, 1.0, 4);
    }

    /// <summary>The word of a rank, 0 the most frequent.</summary>
    public string Word(int rank) => words[rank];

    /// <summary>How many words there are.</summary>
    public int Count => words.Length;

    /// <summary>The n-th text.</summary>
    public string Text(long number)
    {
        var random = new Random((int)(number * 2654435761 % int.MaxValue));
        var text = new StringBuilder(500);
        var begins = true;
        for (int left = random.Next(40, 81); left > 0;)
        {
            if (text.Length > 0) text.Append(' ');
            if (random.Next(60) == 0)
            {
                text.Append(random.Next(1, 3_000));
                left--;
                continue;
            }
            var word = words[Draw(frequencies, random)];
            text.Append(begins ? char.ToUpperInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
            left -= word.AsSpan().Count(' ') + 1;
            begins = left <= 0 || random.Next(14) == 0;
            if (begins) text.Append('.');
            else if (random.Next(12) == 0) text.Append(',');
        }
        return text.ToString();
    }

    private static string Toned(string beginning, string end, string tone)
    {
        // On the last vowel that carries a mark of its own, else on the first of an open pair, else on the last before the final consonant.
        var vowels = end.TakeWhile(c => "aăâeêioôơuưy".Contains(c)).Count();
        var at = Enumerable.Range(0, vowels).Where(i => "ăâêôơư".Contains(end[i])).LastOrDefault(-1);
        if (at < 0) at = vowels == end.Length ? Math.Max(0, vowels - 2) : vowels - 1;
        return (beginning + end[..(at + 1)] + tone + end[(at + 1)..]).Normalize(NormalizationForm.FormC);
    }

    private static double[] Zipf(int count, double exponent, double shift)
    {
        var sums = new double[count];
        double sum = 0;
        for (var i = 0; i < count; i++) sums[i] = sum += 1 / Math.Pow(i + shift, exponent);
        return sums;
    }

    private static int Draw(double[] sums, Random random)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }
}
