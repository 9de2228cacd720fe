/** Tables that lie in the same folders as the two forms and are not them: headings as offices really use them. */

type Row = readonly (string | number | null)[];

const register = (...rows: readonly Row[]): readonly Row[] => rows;

/** By what it is. */
export const OTHER_TABLES: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  [
    "sổ đăng ký văn bản đi",
    register(
      [
        "Số, ký hiệu văn bản",
        "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Người ký",
        "Nơi nhận văn bản",
        "Đơn vị, người nhận bản lưu",
        "Số lượng bản",
        "Ghi chú",
      ],
      [
        "12-CV/HU",
        "5/1/2023",
        "Công văn về việc báo cáo",
        "Nguyễn Văn A",
        "Ban Tuyên giáo",
        "Văn thư",
        5,
        null,
      ]
    ),
  ],
  [
    "sổ đăng ký văn bản đến",
    register(
      [
        "Ngày đến",
        "Số đến",
        "Tác giả",
        "Số, ký hiệu",
        "Ngày tháng",
        "Tên loại và trích yếu nội dung",
        "Đơn vị hoặc người nhận",
        "Ký nhận",
        "Ghi chú",
      ],
      ["6/1/2023", 15, "Tỉnh uỷ", "02-ĐA/TU", "25/6/2021", "Đề án", "Văn phòng", null, null]
    ),
  ],
  [
    "mục lục hồ sơ",
    register(
      [
        "STT",
        "Số, ký hiệu văn bản",
        "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Tác giả văn bản",
        "Tờ số",
        "Hồ sơ số",
        "Ghi chú",
      ],
      [1, "154-KH/BTGTU", "9/5/2023", "Kế hoạch", "BTGTU", 1, 3, null]
    ),
  ],
  [
    "danh mục văn bản hết hiệu lực",
    register(
      ["STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu", "Tình trạng hiệu lực", "Ngày có hiệu lực"],
      [1, "01-QĐ/TU", "1/1/2015", "Quyết định", "Hết", "1/1/2016"]
    ),
  ],
  [
    "danh sách cán bộ",
    register(
      ["TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Ghi chú"],
      [1, "Nông Văn B", "1/2/1975", "Bí thư", "Huyện uỷ", null]
    ),
  ],
  [
    "danh sách đại biểu dự hội thảo",
    register(
      ["STT", "Họ và tên", "Chức vụ, đơn vị", "Số điện thoại", "Ký tên"],
      [1, "Hoàng Thị C", "Trưởng ban", "0912", null]
    ),
  ],
  [
    "bảng chấm công",
    register(["TT", "Họ và tên", 1, 2, 3, 4, 5, "Cộng"], [1, "Lý Văn D", "x", "x", "x", null, "x", 4]),
  ],
  [
    "dự toán biên soạn",
    register(
      ["TT", "Nội dung chi", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"],
      [1, "Chi biên soạn", "trang", 300, 70000, 21000000, null]
    ),
  ],
  [
    "dự toán theo công trình",
    register(
      [
        "TT",
        "Tên công trình",
        "Kinh phí biên soạn",
        "Kinh phí hội thảo",
        "Kinh phí thẩm định",
        "Kinh phí xuất bản",
        "Tổng cộng",
      ],
      [1, "Lịch sử Đảng bộ xã An Lạc", 1, 2, 3, 4, 10]
    ),
  ],
  [
    "phân bổ kinh phí",
    register(
      ["STT", "Đơn vị", "Ngân sách tỉnh", "Ngân sách huyện", "Xã hội hóa", "Tổng"],
      [1, "Huyện uỷ Hạ Lang", 50, 50, 20, 120]
    ),
  ],
  [
    "quyết toán",
    register(
      ["Mục", "Tiểu mục", "Nội dung", "Dự toán", "Thực hiện", "Chênh lệch"],
      [6500, 6501, "Điện", 1, 1, 0]
    ),
  ],
  [
    "chỉ tiêu theo huyện",
    register(
      ["TT", "Huyện, thành phố", "Tổng số xã", "Đã có sử", "Chưa có", "Chỉ tiêu đến 2025"],
      [1, "Hạ Lang", 13, 0, 13, 4]
    ),
  ],
  [
    "tiến độ theo huyện",
    register(
      [
        "TT",
        "Đơn vị",
        "Đã xuất bản",
        "Đã thông qua Hội đồng thẩm định",
        "Đã hội thảo",
        "Đang biên soạn",
        "Tổng số",
      ],
      [1, "Hạ Lang", 8, 0, 5, 0, 13]
    ),
  ],
  [
    "thống kê số lượng sách",
    register(["STT", "Loại sách", "Số lượng", "Đã xuất bản", "Tỷ lệ %"], [1, "Lịch sử", 32, 32, "100"]),
  ],
  [
    "danh mục sách thư viện",
    register(
      ["TT", "Tên sách", "Tác giả", "Nhà xuất bản", "Năm xuất bản", "Số trang", "Giá bìa"],
      [1, "Lịch sử Đảng bộ tỉnh", "BTGTU", "Chính trị quốc gia", 2010, 500, 100000]
    ),
  ],
  [
    "kế hoạch xuất bản",
    register(
      ["TT", "Tên sách", "Kế hoạch xuất bản", "Số lượng in", "Khổ sách", "Đơn vị thực hiện"],
      [1, "Biên niên", "quý II/2024", 500, "16x24", "BTG"]
    ),
  ],
  [
    "đăng ký xuất bản",
    register(
      ["STT", "Tên ấn phẩm", "Dự kiến xuất bản", "Giấy phép", "Nhà xuất bản"],
      [1, "Kỷ yếu", "2024", "12/GP", "Thống Tấn"]
    ),
  ],
  [
    "kế hoạch nhiệm vụ 2023",
    register(
      ["STT", "Nội dung nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
      [1, "Xây dựng kế hoạch", "Kế hoạch", "BTGTU", "VPTU", "quý I/2023"]
    ),
  ],
  [
    "kế hoạch Đề án 19",
    register(
      ["TT", "Cơ quan, đơn vị thực hiện", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành"],
      [1, "Ban Tổ chức Tỉnh uỷ", "Rà soát", "Báo cáo", "trước ngày 30/3/2023"]
    ),
  ],
  [
    "theo dõi nhiệm vụ",
    register(
      ["TT", "Nhiệm vụ", "Hạn", "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"],
      [1, "Hội thảo", "30/6", "x", null, null]
    ),
  ],
  [
    "lịch công tác tuần",
    register(
      ["Ngày", "Buổi", "Nội dung", "Thành phần", "Địa điểm", "Chủ trì"],
      ["12/6", "Sáng", "Giao ban", "Lãnh đạo", "Phòng họp", "Trưởng ban"]
    ),
  ],
  [
    "chương trình hội thảo",
    register(["Thời gian", "Nội dung", "Người thực hiện"], ["8h00", "Khai mạc", "Ban tổ chức"]),
  ],
  [
    "danh sách tham luận",
    register(["TT", "Tên tham luận", "Tác giả", "Đơn vị"], [1, "Tham luận về…", "A", "B"]),
  ],
  [
    "danh sách hội đồng thẩm định",
    register(
      ["STT", "Họ và tên", "Chức danh trong Hội đồng thẩm định", "Đơn vị"],
      [1, "A", "Chủ tịch", "BTG"]
    ),
  ],
  ["phiếu thẩm định", register(["Nội dung thẩm định", "Ý kiến", "Điểm"], ["Bố cục", "Đạt", 9])],
  [
    "ban biên soạn",
    register(["TT", "Họ và tên", "Nhiệm vụ biên soạn", "Chương", "Số trang"], [1, "A", "Viết", "I", 40]),
  ],
  [
    "danh mục xã",
    register(["TT", "Mã xã", "Tên xã", "Loại", "Huyện"], [1, "01234", "An Lạc", "xã", "Hạ Lang"]),
  ],
  [
    "sáp nhập xã",
    register(
      ["TT", "Xã cũ", "Xã mới", "Nghị quyết", "Ngày có hiệu lực"],
      [1, "An Lạc", "Vinh Quý", "1657", "1/7/2025"]
    ),
  ],
  [
    "danh bạ",
    register(
      ["STT", "Đơn vị", "Địa chỉ", "Điện thoại", "Thư điện tử"],
      [1, "Huyện uỷ", "TT. Thanh Nhật", "026", "a@b.vn"]
    ),
  ],
  [
    "theo dõi gửi báo cáo",
    register(
      ["TT", "Đơn vị", "Ngày gửi", "Số báo cáo", "Ghi chú"],
      [1, "Hạ Lang", "15/5/2023", "12-BC/HU", null]
    ),
  ],
  [
    "phân công theo dõi",
    register(["TT", "Đơn vị", "Người phụ trách", "Số điện thoại"], [1, "Hạ Lang", "A", "09"]),
  ],
  [
    "tài sản",
    register(
      ["TT", "Tên tài sản", "Mã", "Nguyên giá", "Năm sử dụng"],
      [1, "Máy tính", "MT01", 15000000, 2020]
    ),
  ],
  [
    "công nợ in ấn",
    register(
      ["STT", "Tên công trình", "Nhà in", "Số lượng in", "Thành tiền", "Đã trả", "Còn nợ"],
      [1, "Lịch sử Đảng bộ", "In Cao Bằng", 500, 1, 1, 0]
    ),
  ],
  [
    "công trình xây dựng",
    register(
      ["TT", "Tên công trình", "Địa điểm", "Tổng mức đầu tư", "Khởi công", "Hoàn thành", "Tiến độ"],
      [1, "Nhà văn hoá", "An Lạc", 1, "2022", "2023", "80%"]
    ),
  ],
  [
    "đề tài khoa học",
    register(
      ["TT", "Tên đề tài", "Chủ nhiệm", "Thời gian thực hiện", "Kết quả nghiệm thu"],
      [1, "Nghiên cứu", "A", "2021-2022", "Xuất sắc"]
    ),
  ],
  [
    "khen thưởng",
    register(
      ["TT", "Họ và tên", "Số quyết định", "Ngày ký", "Hình thức"],
      [1, "A", "12-QĐ/HU", "1/2/2023", "Giấy khen"]
    ),
  ],
  [
    "kỷ luật",
    register(
      ["STT", "Họ tên", "Số, ký hiệu quyết định", "Ngày tháng", "Hình thức"],
      [1, "A", "3-QĐ/HU", "1/3/2022", "Khiển trách"]
    ),
  ],
  ["đảng viên", register(["TT", "Chi bộ", "Số đảng viên", "Kết nạp", "Chuyển đi"], [1, "An Lạc", 100, 3, 1])],
  [
    "tư liệu sưu tầm",
    register(
      ["TT", "Tên tư liệu", "Nguồn", "Ngày sưu tầm", "Người cung cấp", "Hiện trạng"],
      [1, "Ảnh", "gia đình", "1/2/2022", "A", "tốt"]
    ),
  ],
  [
    "nhân chứng",
    register(
      ["STT", "Họ tên nhân chứng", "Năm sinh", "Nội dung cung cấp", "Ngày phỏng vấn"],
      [1, "A", 1930, "Kháng chiến", "3/4/2022"]
    ),
  ],
  [
    "tiến độ từng chương",
    register(
      ["Chương", "Người viết", "Đang biên soạn", "Đã hội thảo", "Đã nghiệm thu"],
      ["I", "A", "x", null, null]
    ),
  ],
  [
    "kế hoạch biên soạn",
    register(
      ["TT", "Tên công trình", "Bắt đầu biên soạn", "Dự kiến hội thảo", "Dự kiến xuất bản", "Kinh phí"],
      [1, "Lịch sử", "2022", "2023", "2024", 200]
    ),
  ],
  [
    "phát hành sách",
    register(["TT", "Tên sách", "Nơi nhận", "Số cuốn", "Ký nhận"], [1, "Lịch sử", "Thư viện", 10, null]),
  ],
  [
    "chi trả nhuận bút",
    register(
      ["TT", "Họ và tên", "Tên công trình", "Số trang", "Số tiền", "Ký nhận"],
      [1, "A", "Lịch sử", 40, 1000000, null]
    ),
  ],
  [
    "biên bản giao nhận tài liệu",
    register(["TT", "Tên tài liệu", "Số tờ", "Tình trạng"], [1, "Nghị quyết", 3, "tốt"]),
  ],
  [
    "so sánh các năm",
    register(["Chỉ tiêu", "2021", "2022", "2023", "2024", "2025"], ["Đã xuất bản", 5, 12, 32, 40, 44]),
  ],
  [
    "hướng dẫn điền",
    register(
      ["Cột", "Cách ghi", "Ví dụ"],
      ["Tên công trình", "Ghi đầy đủ", "Lịch sử Đảng bộ xã An Lạc"],
      ["Đã xuất bản (thời gian)", "Ghi thời gian", "8/2022"],
      ["Đang tiến hành biên soạn", "Đánh dấu x", "x"]
    ),
  ],
  [
    "danh mục trong báo cáo",
    register(
      ["Mục lục"],
      ["I. Số văn bản"],
      ["II. Thời gian"],
      ["III. Trích yếu nội dung văn bản"],
      ["IV. Cơ quan ban hành"]
    ),
  ],
  [
    "thư ngỏ",
    register(
      ["Kính gửi: Huyện uỷ Hạ Lang"],
      ["Đề nghị gửi biểu tổng hợp văn bản, tên công trình, thời gian xuất bản trước ngày 20/5/2023."]
    ),
  ],
  [
    "khảo sát phần mềm",
    register(["Dấu thời gian", "Đơn vị", "Câu 1", "Câu 2"], ["5/6/2023 08:00", "Hạ Lang", "Có", "Không"]),
  ],
  [
    "tổng hợp văn bản theo loại",
    register(["STT", "Loại văn bản", "Số văn bản", "Cấp tỉnh", "Cấp huyện"], [1, "Kế hoạch", 5, 2, 3]),
  ],
];
