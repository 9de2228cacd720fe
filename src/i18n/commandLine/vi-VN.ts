/** Texts of the command line in Vietnamese. The pane does not load them. */
export const viCommandLine = {
  "cli.severity.error": "LỖI",
  "cli.severity.warning": "CẢNH BÁO",
  "cli.severity.info": "GỢI Ý",
  "cli.rows": "{count} dòng",
  "cli.moreFindings": "… và {count} mục nữa, đã đếm nhưng không in ra. Sửa các mục trên rồi kiểm tra lại.",
  "cli.reading": "Đang đọc tệp {done}/{total}: {file}",
  "cli.foldersInside":
    "Chưa đọc {count} thư mục con: {names}. Muốn đọc tệp trong đó, hãy nêu đường dẫn của chúng trong lệnh.",
  "cli.check.total":
    "Tổng: {files} tệp ({unreadable} không dùng được), {rows} dòng, {errors} lỗi, {warnings} cảnh báo, {infos} gợi ý.",
  "cli.template.unitOrAll": "Hãy dùng --unit ID hoặc --all (một trong hai).",
  "cli.template.noRound": "Hãy chọn đợt báo cáo bằng --round.",
  "cli.file.missing": "Không có tệp {path}. Hãy kiểm tra lại đường dẫn.",
  "cli.file.misnamed":
    "Không mở được tệp {path}: tên tệp có ký tự không viết theo UTF-8. Hãy đổi tên tệp rồi chạy lại.",
  "cli.file.notReadable": "Không mở được tệp {path} ({code}). Hãy kiểm tra đường dẫn và quyền đọc tệp.",
  "cli.file.folder":
    "{path} là thư mục, không đọc được ở đây. Hãy kiểm tra quyền đọc thư mục, hoặc nêu đường dẫn của chính tệp cần đọc.",
  "cli.file.notAFile": "{path} không phải tệp. Hãy nêu đường dẫn của một tệp hoặc thư mục.",
  "cli.file.tooLarge":
    "Tệp {path} lớn hơn {megabytes} MB. Hãy bỏ hình ảnh và trang không cần thiết rồi lưu lại.",
  "cli.file.notWritten": "Không ghi được tệp {path}: {reason}",
  "cli.merge.tooMuch":
    "Các bảng tổng hợp có {rows} dòng: lần sau tổng hợp tiếp sẽ không đọc lại được {path}. Chưa ghi gì. Hãy tổng hợp ít tệp hơn mỗi lần, mỗi lần vào một sổ tính riêng.",
  "cli.merge.outputIsInput": "Tệp kết quả {path} cũng là tệp của đơn vị. Hãy chọn tên khác cho -o.",
  "cli.merge.notMerged":
    "Tệp {file} không phải sổ tính tổng hợp do Biểu Sử tạo. Hãy chạy bieu-su merge để lập.",
  "cli.unread":
    "Dòng không đọc được nên không được tính: trang “{sheet}” dòng {row}: {reason}. Hãy điền vào sổ tính rồi chạy lại.",
  "cli.merge.accounted":
    "Đọc {read} dòng: {merged} đưa vào tổng hợp, {duplicate} trùng, {rejected} không nhận.",
  "cli.merge.conflict": "CẦN QUYẾT ĐỊNH {unit} · {label} · {column}: giữ “{ours}”, {file} ghi “{theirs}”",
  "cli.merge.unsent": "Dòng cũ đơn vị không gửi lại, vẫn giữ: {unit}, “{label}”",
  "cli.merge.beside": "Ô ghi thêm bên cạnh bảng cũ, tệp mới không có: {sheet}!{address}",
  "cli.merge.unread":
    "Dòng không đọc được của bảng cũ, tệp mới không có: trang “{sheet}” dòng {row}: {reason}. Hãy điền vào sổ tính cũ rồi chạy lại.",
  "cli.merge.missing": "Chưa gửi: {units}",
  "cli.merge.dryRun": "Chỉ lập phương án, chưa ghi tệp nào.",
  "cli.merge.written": "Đã ghi: {path}",
  "cli.progress.asOf": "Tiến độ đến ngày {date}",
  "cli.progress.target":
    "{title}: {done}/{denominator} = {percent} (mục tiêu {goal} = {goalPercent}), {verdict}",
  "cli.progress.met": "đạt",
  "cli.progress.short": "còn thiếu {count}",
  "cli.progress.unit":
    "{unit} · xuất bản {published}/{share} = {publishedPercent} · bản thảo {manuscript}/{share} = {manuscriptPercent} · xã hội hoá {funds}",
  "cli.progress.provisional": "tạm tính",
  "cli.progress.funds": "Kinh phí xã hội hoá toàn tỉnh: {funds}",
  "cli.reply.none":
    "Chưa lập được tệp trả lời: không có tệp nào vừa đọc được, vừa rõ là của đơn vị nào. Hãy sửa theo lý do nêu ở từng tệp rồi chạy lại.",
  "cli.reply.outputIsInput":
    "Nơi ghi kết quả {path} cũng là nơi chứa tệp của đơn vị. Hãy chọn tên hoặc thư mục khác cho -o.",
  "cli.reply.outputUnclear":
    "Chưa rõ {path} là tệp hay thư mục: không có thư mục nào tên như vậy. Hãy ghi -o là một tệp .zip (ví dụ {path}.zip), một thư mục đã có, hoặc thêm dấu / ở cuối ({path}/) để tạo thư mục mới.",
  "cli.reply.unit": "{unit}: {reply} ({findings} mục)",
  "cli.reply.unusable": "Chưa trả lời được tệp {file}: {reason}",
  "cli.reply.unknownUnit":
    "Không rõ tệp {file} của đơn vị nào. Hãy ghi dòng “Đơn vị: …” trong biểu hoặc đặt tên đơn vị trong tên tệp rồi chạy lại.",
  "cli.reply.written": "Đã lập {count} tệp trả lời: {path}",
  "cli.report.written": "Đã ghi báo cáo: {path}",
  "cli.report.gaps": "Còn {count} chỗ chờ người viết bổ sung, đánh dấu {example}",
  "cli.report.noOutline": "{scheme} chưa có đề cương báo cáo nên không viết được báo cáo.",
} as const;
