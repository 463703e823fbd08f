//! The words of tables: how the official forms call their rows and columns, and what heads no figures.

/// The rows of 三、收到和处理政府信息公开申请情况: words of the name, and the row's code. The first whose words all occur is
/// meant.
pub(super) const REQUEST_ROWS: &[(&[&str], &str)] = &[
    (&["新收"], "requests.received"),
    (&["本年收到"], "requests.received"),
    (&["上年结转"], "requests.carried_in"),
    (&["上年度结转"], "requests.carried_in"),
    (&["结转下年"], "requests.carried_over"),
    (&["予以公开"], "requests.granted"),
    (&["部分公开"], "requests.granted_in_part"),
    (&["国家秘密"], "requests.refused.state_secret"),
    (&["禁止公开"], "requests.refused.prohibited"),
    (&["三安全一稳定"], "requests.refused.safety"),
    (&["危及国家安全"], "requests.refused.safety"),
    (&["第三方", "权益"], "requests.refused.third_party"),
    (&["内部事务"], "requests.refused.internal_affairs"),
    (&["过程性信息"], "requests.refused.process"),
    (&["执法案卷"], "requests.refused.enforcement_files"),
    (&["行政查询"], "requests.refused.administrative_query"),
    (&["不掌握"], "requests.unavailable.not_held"),
    (&["另行制作"], "requests.unavailable.to_be_made"),
    (&["不明确"], "requests.unavailable.unclear"),
    (&["信访举报投诉"], "requests.not_processed.petition"),
    (&["大量反复"], "requests.not_processed.abusive"),
    (&["重复申请"], "requests.not_processed.repeated"),
    (&["公开出版物"], "requests.not_processed.publication"),
    (&["重新出具"], "requests.not_processed.reissue"),
    (&["逾期不补正"], "requests.otherwise.not_corrected"),
    (&["收费通知"], "requests.otherwise.unpaid"),
    (&["其他处理"], "requests.otherwise"),
    (&["总计"], "requests.closed"),
    (&["合计"], "requests.closed"),
];

/// 3.其他 in （六）其他处理.
pub(super) const OTHERWISE_ROW: (&[&str], &str, &str) =
    (&["其他", "其它", "其他情形"], "其他处理", "requests.otherwise.other");

/// The columns of that table, and the end of the code.
pub(super) const APPLICANT_COLUMNS: &[(&str, &str)] = &[
    ("自然人", ".natural_person"),
    ("商业企业", ".business"),
    ("科研机构", ".research"),
    ("社会公益组织", ".social"),
    ("法律服务机构", ".legal_service"),
    ("其他", ".other_organization"),
    ("其它", ".other_organization"),
    ("总计", ""),
    ("合计", ""),
];
/// A column of this name under a header with this word is the sum of some columns; the end of its code.
pub(super) const ORGANIZATIONS: (&str, &str, &str) = ("合计", "法人", ".organization");
/// Over all columns of figures of that table; it says nothing of one.
pub(super) const OVER_APPLICANTS: &str = "申请人情况";
/// A table with these words is that one.
pub(super) const OF_REQUESTS: &[&[&str]] =
    &[&["自然人"], &["商业企业"], &["总计", "合计"], &["科研机构", "社会公益组织", "法律服务机构", "新收"]];

/// The columns of 四、政府信息公开行政复议、行政诉讼情况: what is counted, by words of the headers around, and its code.
pub(super) const CASES: &[(&str, &str)] = &[
    ("未经复议", "litigation.direct"),
    ("复议后", "litigation.after_review"),
    ("行政复议", "review"),
    ("行政诉讼", "litigation"),
];
/// And how the cases ended.
pub(super) const RESULTS: &[(&str, &str)] =
    &[("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other"), ("尚未审结", "pending"), ("总计", "total")];
pub(super) const OF_CASES: &[&[&str]] = &[&["结果维持"], &["尚未审结"]];

/// The rows of 二、主动公开政府信息情况, and the subject of their codes.
pub(super) const SUBJECTS: &[(&str, &str)] = &[
    ("规章", "regulations"),
    ("政府规章", "regulations"),
    ("行政规范性文件", "normative"),
    ("规范性文件", "documents"),
    ("行政许可", "licensing"),
    ("行政许可事项", "licensing"),
    ("其他对外管理服务事项", "services"),
    ("行政处罚", "penalties"),
    ("行政强制", "coercion"),
    ("行政事业性收费", "charges"),
    ("政府集中采购", "procurement"),
];
/// And its columns.
pub(super) const MEASURES: &[(&str, &str)] = &[
    ("本年制发件数", "made"),
    ("本年制发数量", "made"),
    ("本年废止件数", "repealed"),
    ("现行有效件数", "in_force"),
    ("本年新制作数量", "made"),
    ("本年新公开数量", "disclosed"),
    ("对外公开总数量", "public"),
    ("上一年项目数量", "items"),
    ("本年增/减", "items_change"),
    ("本年增减", "items_change"),
    ("本年处理决定数量", "decisions"),
    ("处理决定数量", "decisions"),
    ("本年收费金额", "amount"),
    ("采购项目数量", "projects"),
    ("采购总金额", "amount"),
];

/// The 统计表 of 2014: the words above its rows, in its order, and what those below them are of.
pub(super) const STATISTICS: &[(&str, &str)] = &[
    ("主动公开情况", "disclosure"),
    ("回应解读情况", "response"),
    ("依申请公开情况", "requests"),
    ("行政复议数量", "review"),
    ("行政诉讼数量", "litigation"),
    ("举报投诉数量", "complaints"),
    ("收取的费用", "fees"),
    ("机构建设和保障经费", "organization"),
    ("会议和培训", "meetings"),
];
/// How its rows are called, under which of those words (none: under any), and their codes. The first that fits is meant.
pub(super) const STATISTICS_ROWS: &[(&str, &str, &str)] = &[
    ("制发规范性文件总数", "", "normative.made"),
    ("主动公开规范性文件数", "", "disclosure.normative"),
    ("主动公开政府信息数", "", "disclosure.total"),
    ("政府公报公开政府信息数", "", "disclosure.gazette"),
    ("政府网站公开政府信息数", "", "disclosure.website"),
    ("政务微博公开政府信息数", "", "disclosure.microblog"),
    ("政务微信公开政府信息数", "", "disclosure.wechat"),
    ("其他方式公开政府信息数", "", "disclosure.other"),
    ("回应公众关注热点或重大舆情数", "", "response.topics"),
    ("主要负责同志参加新闻发布会", "", "response.press_conferences.led"),
    ("新闻发布会总次数", "", "response.press_conferences"),
    ("主要负责同志参加政府网站在线访谈", "", "response.interviews.led"),
    ("政府网站在线访谈次数", "", "response.interviews"),
    ("政策解读稿件发布数", "", "response.interpretations"),
    ("微博微信回应事件数", "", "response.microblog_wechat"),
    ("其他方式回应事件数", "", "response.other"),
    ("收到申请数", "", "requests.received"),
    ("当面申请数", "", "requests.received.in_person"),
    ("传真申请数", "", "requests.received.fax"),
    ("网络申请数", "", "requests.received.online"),
    ("信函申请数", "", "requests.received.letter"),
    ("申请办结数", "", "requests.closed"),
    ("按时办结数", "", "requests.closed.on_time"),
    ("延期办结数", "", "requests.closed.extended"),
    ("申请答复数", "", "requests.answered"),
    ("属于已主动公开范围数", "", "requests.already_public"),
    ("不同意公开答复数", "", "requests.refused"),
    ("同意公开答复数", "", "requests.granted"),
    ("同意部分公开答复数", "", "requests.granted_in_part"),
    ("涉及国家秘密", "", "requests.refused.state_secret"),
    ("涉及商业秘密", "", "requests.refused.trade_secret"),
    ("涉及个人隐私", "", "requests.refused.privacy"),
    ("危及国家安全", "", "requests.refused.safety"),
    ("不是《条例》所指政府信息", "", "requests.refused.not_government_information"),
    ("法律法规规定的其他情形", "", "requests.refused.other"),
    ("不属于本行政机关公开数", "", "requests.not_responsible"),
    ("申请信息不存在数", "", "requests.nonexistent"),
    ("告知作出更改补充数", "", "requests.to_be_amended"),
    ("告知通过其他途径办理数", "", "requests.redirected"),
    ("行政复议数量", "", "review.total"),
    ("维持具体行政行为", "review", "review.upheld"),
    ("被依法纠错数", "review", "review.corrected"),
    ("其他情形数", "review", "review.other"),
    ("行政诉讼数量", "", "litigation.total"),
    ("维持具体行政行为", "litigation", "litigation.upheld"),
    ("被依法纠错数", "litigation", "litigation.corrected"),
    ("其他情形数", "litigation", "litigation.other"),
    ("举报投诉数量", "", "complaints.total"),
    ("收取的费用", "", "fees.charged"),
    ("工作专门机构数", "", "organization.offices"),
    ("信息公开查阅点数", "", "organization.reading_points"),
    ("从事政府信息公开工作人员数", "", "staff.total"),
    ("专职人员数", "", "staff.full_time"),
    ("兼职人员数", "", "staff.part_time"),
    ("信息公开专项经费", "", "funding.total"),
    ("工作会议或专题会议数", "", "meetings.held"),
    ("举办各类培训班数", "", "training.sessions"),
    ("接受培训人员数", "", "training.attendees"),
];
pub(super) const OF_STATISTICS: &[&[&str]] = &[&["主动公开政府信息数"], &["统计数", "收到申请数", "依申请公开情况"]];
/// In the header of its figures, where other columns hold some too.
pub(super) const STATISTICS_COLUMNS: &[&str] = &["统计数", "数量", "合计", "总计"];
/// The name of a row that is the whole of what the name before it says.
pub(super) const TOTALS: &[&str] = &["总数", "合计", "总计", "小计", "数量"];

/// Beside the numbers of columns.
pub(super) const OF_NUMBERS: &[&str] = &["栏次", "行次", "序号", "编号", "甲", "乙", "丙"];
/// Beside the years of columns.
pub(super) const OF_YEARS: &[&str] = &[
    "年份", "年度", "年", "时间", "项目", "指标", "指标名称", "统计指标", "名称", "内容", "类别", "分类", "种类", "科目", "地区", "部门",
    "单位", "计量单位", "栏次", "序号", "合计",
];
/// What heads the years of rows.
pub(super) const YEAR_COLUMNS: &[&str] = &["年份", "年度", "年"];

/// Headers of numbers that only name what stands beside them.
pub(super) const SERIALS: &[&str] = &[
    "序", "类", "款", "项", "目", "月份", "季度", "期次", "项次", "批次", "开始", "结束", "截止", "施行", "楼层", "热线", "值班室",
];
/// How a header of numbers ends that have many digits where one calls by them, and few where things are counted.
pub(super) const CALLING: &[&str] = &["传真", "电话", "手机", "邮箱", "电子邮箱", "微信", "QQ"];
/// The least of them that one calls.
pub(super) const LEAST_CALLED: u32 = 10_000;
/// How a header of numbers that state nothing ends; 办理时间（天） does not end so.
pub(super) const NO_FIGURES: &[&str] = &[
    "序号", "编号", "号码", "证号", "手机号", "文号", "字号", "排序", "次序", "代码", "编码", "索引号", "备案号", "房间号", "群号", "微信号", "QQ群", "邮编", "时间", "日期", "年月", "页码", "联系方式", "版本", "网址", "地址", "门牌", "身份证", "标识码",
    "地点", "备注", "说明", "栏次", "行次",
];
/// How a cell begins that says the unit of all the table.
pub(super) const UNIT_TITLES: &[&str] = &["单位：", "单位:", "（单位：", "(单位:", "金额单位：", "金额单位:", "计量单位：", "计量单位:"];
/// In the brackets of a note on a name, which do not tell it from others.
pub(super) const NOTES: &[&str] = &["单位", "含", "注", "共", "区号", "以下", "只计", "不同"];
/// Brackets with more characters are notes.
pub(super) const LONGEST_ASIDE: usize = 8;
/// What heads the units of the rows.
pub(super) const UNIT_COLUMNS: &[&str] = &["单位", "计量单位", "统计单位"];
/// Measure words before 数 at the end of a header: 受理件数.
pub(super) const COUNTED: &[&str] = &[
    "件", "条", "次", "人次", "人", "户", "篇", "期", "场", "份", "项", "册", "家", "批", "宗", "例", "起", "张", "台", "处", "座", "栋",
    "套", "辆", "个", "名", "天",
];
/// How a header of counts ends, which are no amounts of money; 预算数 is one.
pub(super) const COUNTS: &[&str] = &["数量", "项目数", "量"];
/// At the end of a header whose bare numbers are of a kind that their header should say and does not.
pub(super) const RATES: &[&str] = &["率", "占比", "比例", "比重", "增幅", "增速", "百分比", "同比", "环比", "增长", "下降"];
/// And of amounts.
pub(super) const AMOUNTS: &[&str] = &["金额", "总额", "经费", "费用", "价格", "造价", "资金", "人均"];
/// At the end of a header of places in an order, and of points.
pub(super) const RANKS: &[&str] = &["名次", "排名", "位次"];
pub(super) const SCORES: &[&str] = &["得分", "分数", "评分", "总分", "分值"];
/// In a header of changes.
pub(super) const CHANGES: &[&str] = &[
    "增/减", "增减", "增（减）", "增(减)", "升降", "同比", "环比", "比上年", "较上年", "与上年", "比去年", "较去年", "与去年", "比上一年",
    "较上一年", "与上一年",
];
/// At its end, without what stands in brackets.
pub(super) const CHANGED: &[&str] = &["增长", "增长率", "增长额", "增长量", "增幅", "增速", "增加", "下降", "降幅", "减少"];
/// In a header of changes that go down.
pub(super) const DOWN: &[&str] = &["下降", "降幅", "减少"];
/// In one that says so of others too: 增减, 增/减.
pub(super) const UP: &[&str] = &["增", "升"];
/// In a header of changes from the time before, and from the year before.
pub(super) const FROM_PERIOD: &[&str] = &["环比"];
pub(super) const FROM_YEAR: &[&str] = &["同比", "上年", "去年", "上一年", "本年增"];
/// Signs before a number: of a change, or of a number below zero.
pub(super) const SIGNS: &[char] = &['-', '－', '−', '+', '＋'];
/// The header of the year before.
pub(super) const PREVIOUS: &[&str] = &[
    "上年", "上年度", "去年", "上一年", "上一年度", "上年数", "上年同期", "去年同期", "上年末", "去年末", "上年度数", "上年同期数",
];
