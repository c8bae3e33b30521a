namespace ConferenceRecords.Web.Exports;

/// <summary>What a web server has to be told about the files of the site.</summary>
internal static class ServerNotes
{
    public static string Of(IReadOnlyList<GoneAddress> gone)
    {
        var locations = string.Concat(gone.OrderBy(g => g.Address, StringComparer.Ordinal).SelectMany(g =>
            new[] { g.Address.TrimEnd('/'), g.Address.TrimEnd('/') + "/" }.Where(path => path != g.File).Select(path => $"    location = {path} {{ return 410; error_page 410 {g.File}; }}\n")));
        return
            $$"""
            Thư mục này là toàn bộ trang công khai dưới dạng tệp. Đặt ở gốc của một máy chủ web bất kỳ.

            Cần khai báo:
            1. Tệp mặc định của thư mục: index.html, rồi index.json (địa chỉ cho chương trình: /api, /oparl).
            2. Trang báo không có: /404.html, trạng thái 404.
            3. Các địa chỉ đã thu hồi phải trả trạng thái 410 với trang có sẵn: {{gone.Count}} địa chỉ.
            4. Kiểu tệp: .atom application/atom+xml, .ics text/calendar, .jsonld application/ld+json, .csv text/csv; charset=utf-8.

            Ví dụ cho nginx:

                root /duong/dan/den/thu-muc-nay;
                index index.html index.json;
                charset utf-8;
                error_page 404 /404.html;
                location /api/ { add_header Access-Control-Allow-Origin *; }
                location /oparl/ { add_header Access-Control-Allow-Origin *; }
            {{locations}}
            """;
    }
}
