//! The rows of the official forms, one table.

use super::Form::{self, Of2014, Of2019, Of2021, Prose};
use super::Indicator;

/// A row under the heading that `parent` names; the name is that of the latest form that has it.
const fn row(
    code: &'static str,
    parent: &'static str,
    name: &'static str,
    unit: &'static str,
    forms: &'static [Form],
) -> Indicator {
    Indicator { code, parent, name, unit, forms, verified: true }
}

/// A row whose name was put together from reports that use the form, not read in its annex.
const fn reported(
    code: &'static str,
    parent: &'static str,
    name: &'static str,
    unit: &'static str,
    forms: &'static [Form],
) -> Indicator {
    Indicator { verified: false, ..row(code, parent, name, unit, forms) }
}

/// Every row, those of one subject together, a total before its parts.
#[rustfmt::skip] // A row a line.
pub(super) static ROWS: &[Indicator] = &[
    row("disclosure.total", "", "主动公开政府信息数", "条", &[Prose, Of2014]),
    row("disclosure.normative", "disclosure.total", "主动公开规范性文件数", "条", &[Of2014]),
    row("disclosure.gazette", "disclosure.total", "政府公报公开政府信息数", "条", &[Of2014]),
    row("disclosure.website", "disclosure.total", "政府网站公开政府信息数", "条", &[Of2014]),
    row("disclosure.microblog", "disclosure.total", "政务微博公开政府信息数", "条", &[Of2014]),
    row("disclosure.wechat", "disclosure.total", "政务微信公开政府信息数", "条", &[Of2014]),
    row("disclosure.other", "disclosure.total", "其他方式公开政府信息数", "条", &[Of2014]),

    row("regulations.made", "", "规章本年制发件数", "件", &[Of2019, Of2021]),
    row("regulations.disclosed", "", "规章本年新公开数量", "件", &[Of2019]),
    row("regulations.public", "", "规章对外公开总数量", "件", &[Of2019]),
    row("regulations.repealed", "", "规章本年废止件数", "件", &[Of2021]),
    row("regulations.in_force", "", "规章现行有效件数", "件", &[Of2021]),
    row("normative.made", "", "行政规范性文件本年制发件数", "件", &[Of2014, Of2021]),
    row("normative.repealed", "", "行政规范性文件本年废止件数", "件", &[Of2021]),
    row("normative.in_force", "", "行政规范性文件现行有效件数", "件", &[Of2021]),
    row("documents.made", "", "规范性文件本年新制作数量", "件", &[Of2019]),
    row("documents.disclosed", "", "规范性文件本年新公开数量", "件", &[Of2019]),
    row("documents.public", "", "规范性文件对外公开总数量", "件", &[Of2019]),

    row("licensing.items", "", "行政许可上一年项目数量", "项", &[Of2019]),
    row("licensing.items_change", "", "行政许可本年增/减", "项", &[Of2019]),
    row("licensing.decisions", "", "行政许可本年处理决定数量", "件", &[Of2019, Of2021]),
    row("services.items", "", "其他对外管理服务事项上一年项目数量", "项", &[Of2019]),
    row("services.items_change", "", "其他对外管理服务事项本年增/减", "项", &[Of2019]),
    row("services.decisions", "", "其他对外管理服务事项处理决定数量", "件", &[Of2019]),
    row("penalties.items", "", "行政处罚上一年项目数量", "项", &[Of2019]),
    row("penalties.items_change", "", "行政处罚本年增/减", "项", &[Of2019]),
    row("penalties.decisions", "", "行政处罚本年处理决定数量", "件", &[Of2019, Of2021]),
    row("coercion.items", "", "行政强制上一年项目数量", "项", &[Of2019]),
    row("coercion.items_change", "", "行政强制本年增/减", "项", &[Of2019]),
    row("coercion.decisions", "", "行政强制本年处理决定数量", "件", &[Of2019, Of2021]),
    row("charges.items", "", "行政事业性收费上一年项目数量", "项", &[Of2019]),
    row("charges.items_change", "", "行政事业性收费本年增/减", "项", &[Of2019]),
    row("charges.amount", "", "行政事业性收费本年收费金额", "CNY", &[Of2021]),
    row("procurement.projects", "", "政府集中采购项目数量", "项", &[Of2019]),
    row("procurement.amount", "", "政府集中采购总金额", "CNY", &[Of2019]),

    row("response.topics", "", "回应公众关注热点或重大舆情数", "次", &[Of2014]),
    row("response.press_conferences", "", "参加或举办新闻发布会总次数", "次", &[Of2014]),
    reported("response.press_conferences.led", "response.press_conferences", "主要负责同志参加新闻发布会次数", "次", &[Of2014]),
    row("response.interviews", "", "政府网站在线访谈次数", "次", &[Of2014]),
    reported("response.interviews.led", "response.interviews", "主要负责同志参加政府网站在线访谈次数", "次", &[Of2014]),
    row("response.interpretations", "", "政策解读稿件发布数", "篇", &[Of2014]),
    row("response.microblog_wechat", "", "微博微信回应事件数", "次", &[Of2014]),
    row("response.other", "", "其他方式回应事件数", "次", &[Of2014]),

    reported("requests.received", "", "本年新收政府信息公开申请数量", "件", &[Prose, Of2014, Of2019, Of2021]),
    row("requests.received.in_person", "requests.received", "当面申请数", "件", &[Prose, Of2014]),
    row("requests.received.fax", "requests.received", "传真申请数", "件", &[Prose, Of2014]),
    row("requests.received.online", "requests.received", "网络申请数", "件", &[Prose, Of2014]),
    row("requests.received.letter", "requests.received", "信函申请数", "件", &[Prose, Of2014]),
    row("requests.received.natural_person", "requests.received", "自然人本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.organization", "requests.received", "法人或其他组织本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.business", "requests.received.organization", "商业企业本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.research", "requests.received.organization", "科研机构本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.social", "requests.received.organization", "社会公益组织本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.legal_service", "requests.received.organization", "法律服务机构本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.received.other_organization", "requests.received.organization", "其他法人或组织本年新收政府信息公开申请数量", "件", &[Of2019, Of2021]),
    row("requests.carried_in", "", "上年结转政府信息公开申请数量", "件", &[Of2019, Of2021]),
    reported("requests.closed", "", "申请办结数；本年度办理结果总计", "件", &[Prose, Of2014, Of2019, Of2021]),
    reported("requests.closed.on_time", "requests.closed", "按时办结数", "件", &[Of2014]),
    reported("requests.closed.extended", "requests.closed", "延期办结数", "件", &[Of2014]),
    reported("requests.answered", "", "申请答复数", "件", &[Prose, Of2014]),
    reported("requests.already_public", "requests.answered", "属于已主动公开范围数", "件", &[Of2014]),
    row("requests.granted", "requests.closed", "予以公开", "件", &[Prose, Of2014, Of2019, Of2021]),
    row("requests.granted_in_part", "requests.closed", "部分公开", "件", &[Prose, Of2014, Of2019, Of2021]),
    row("requests.refused", "requests.closed", "不予公开", "件", &[Prose, Of2014, Of2019, Of2021]),
    reported("requests.refused.state_secret", "requests.refused", "属于国家秘密", "件", &[Of2014, Of2019, Of2021]),
    reported("requests.refused.trade_secret", "requests.refused", "涉及商业秘密", "件", &[Of2014]),
    reported("requests.refused.privacy", "requests.refused", "涉及个人隐私", "件", &[Of2014]),
    row("requests.refused.prohibited", "requests.refused", "其他法律行政法规禁止公开", "件", &[Of2019, Of2021]),
    reported("requests.refused.safety", "requests.refused", "危及“三安全一稳定”", "件", &[Of2014, Of2019, Of2021]),
    row("requests.refused.third_party", "requests.refused", "保护第三方合法权益", "件", &[Of2019, Of2021]),
    row("requests.refused.internal_affairs", "requests.refused", "属于三类内部事务信息", "件", &[Of2019, Of2021]),
    row("requests.refused.process", "requests.refused", "属于四类过程性信息", "件", &[Of2019, Of2021]),
    row("requests.refused.enforcement_files", "requests.refused", "属于行政执法案卷", "件", &[Of2019, Of2021]),
    row("requests.refused.administrative_query", "requests.refused", "属于行政查询事项", "件", &[Of2019, Of2021]),
    reported("requests.refused.not_government_information", "requests.refused", "不是《条例》所指政府信息", "件", &[Of2014]),
    reported("requests.refused.other", "requests.refused", "法律法规规定的其他情形", "件", &[Of2014]),
    reported("requests.not_responsible", "requests.answered", "不属于本行政机关公开数", "件", &[Prose, Of2014]),
    row("requests.nonexistent", "requests.answered", "申请信息不存在数", "件", &[Prose, Of2014]),
    reported("requests.to_be_amended", "requests.answered", "告知作出更改补充数", "件", &[Prose, Of2014]),
    reported("requests.redirected", "requests.answered", "告知通过其他途径办理数", "件", &[Of2014]),
    row("requests.unavailable", "requests.closed", "无法提供", "件", &[Of2019, Of2021]),
    row("requests.unavailable.not_held", "requests.unavailable", "本机关不掌握相关政府信息", "件", &[Of2019, Of2021]),
    row("requests.unavailable.to_be_made", "requests.unavailable", "没有现成信息需要另行制作", "件", &[Of2019, Of2021]),
    row("requests.unavailable.unclear", "requests.unavailable", "补正后申请内容仍不明确", "件", &[Of2019, Of2021]),
    row("requests.not_processed", "requests.closed", "不予处理", "件", &[Of2019, Of2021]),
    row("requests.not_processed.petition", "requests.not_processed", "信访举报投诉类申请", "件", &[Of2019, Of2021]),
    row("requests.not_processed.repeated", "requests.not_processed", "重复申请", "件", &[Of2019, Of2021]),
    row("requests.not_processed.publication", "requests.not_processed", "要求提供公开出版物", "件", &[Of2019, Of2021]),
    row("requests.not_processed.abusive", "requests.not_processed", "无正当理由大量反复申请", "件", &[Of2019, Of2021]),
    row("requests.not_processed.reissue", "requests.not_processed", "要求行政机关确认或重新出具已获取信息", "件", &[Of2019, Of2021]),
    row("requests.otherwise", "requests.closed", "其他处理", "件", &[Of2019, Of2021]),
    row("requests.otherwise.not_corrected", "requests.otherwise", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "件", &[Of2021]),
    row("requests.otherwise.unpaid", "requests.otherwise", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "件", &[Of2021]),
    row("requests.otherwise.other", "requests.otherwise", "其他", "件", &[Of2021]),
    row("requests.carried_over", "", "结转下年度继续办理", "件", &[Of2019, Of2021]),

    row("inquiries.total", "", "咨询数", "人次", &[Prose]),
    reported("review.total", "", "行政复议数量", "件", &[Prose, Of2014, Of2019, Of2021]),
    reported("review.upheld", "review.total", "行政复议结果维持", "件", &[Of2014, Of2019, Of2021]),
    reported("review.corrected", "review.total", "行政复议结果纠正", "件", &[Of2014, Of2019, Of2021]),
    reported("review.other", "review.total", "行政复议其他结果", "件", &[Of2014, Of2019, Of2021]),
    row("review.pending", "review.total", "行政复议尚未审结", "件", &[Of2019, Of2021]),
    reported("litigation.total", "", "行政诉讼数量", "件", &[Prose, Of2014, Of2019, Of2021]),
    reported("litigation.upheld", "litigation.total", "行政诉讼结果维持", "件", &[Of2014, Of2019, Of2021]),
    reported("litigation.corrected", "litigation.total", "行政诉讼结果纠正", "件", &[Of2014, Of2019, Of2021]),
    reported("litigation.other", "litigation.total", "行政诉讼其他结果", "件", &[Of2014, Of2019, Of2021]),
    row("litigation.pending", "litigation.total", "行政诉讼尚未审结", "件", &[Of2019, Of2021]),
    row("litigation.direct", "litigation.total", "未经复议直接起诉总计", "件", &[Of2019, Of2021]),
    row("litigation.direct.upheld", "litigation.direct", "未经复议直接起诉结果维持", "件", &[Of2019, Of2021]),
    row("litigation.direct.corrected", "litigation.direct", "未经复议直接起诉结果纠正", "件", &[Of2019, Of2021]),
    row("litigation.direct.other", "litigation.direct", "未经复议直接起诉其他结果", "件", &[Of2019, Of2021]),
    row("litigation.direct.pending", "litigation.direct", "未经复议直接起诉尚未审结", "件", &[Of2019, Of2021]),
    row("litigation.after_review", "litigation.total", "复议后起诉总计", "件", &[Of2019, Of2021]),
    row("litigation.after_review.upheld", "litigation.after_review", "复议后起诉结果维持", "件", &[Of2019, Of2021]),
    row("litigation.after_review.corrected", "litigation.after_review", "复议后起诉结果纠正", "件", &[Of2019, Of2021]),
    row("litigation.after_review.other", "litigation.after_review", "复议后起诉其他结果", "件", &[Of2019, Of2021]),
    row("litigation.after_review.pending", "litigation.after_review", "复议后起诉尚未审结", "件", &[Of2019, Of2021]),
    row("appeals.total", "", "行政申诉数", "件", &[Prose]),
    reported("complaints.total", "", "举报投诉数量", "件", &[Prose, Of2014]),

    row("fees.charged", "", "依申请公开信息收取的费用", "CNY", &[Prose, Of2014, Of2019, Of2021]),
    row("fees.waived", "", "依申请公开信息减免的费用", "CNY", &[Prose]),
    reported("organization.offices", "", "政府信息公开工作专门机构数", "个", &[Of2014]),
    reported("organization.reading_points", "", "设置政府信息公开查阅点数", "个", &[Prose, Of2014]),
    reported("staff.total", "", "从事政府信息公开工作人员数", "人", &[Prose, Of2014]),
    reported("staff.full_time", "staff.total", "专职人员数", "人", &[Prose, Of2014]),
    reported("staff.part_time", "staff.total", "兼职人员数", "人", &[Prose, Of2014]),
    reported("funding.total", "", "政府信息公开专项经费", "CNY", &[Of2014]),
    reported("meetings.held", "", "召开政府信息公开工作会议或专题会议数", "次", &[Of2014]),
    reported("training.sessions", "", "举办各类培训班数", "次", &[Of2014]),
    reported("training.attendees", "", "接受培训人员数", "人次", &[Of2014]),
];

/// The kinds of applicants, as the end of a code and as the form calls them. Their total has the code of the row.
pub(crate) const APPLICANTS: &[(&str, &str)] = &[
    ("natural_person", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("social", "社会公益组织"),
    ("legal_service", "法律服务机构"),
    ("other_organization", "其他法人或组织"),
];

/// The row of each kind of applicant, in the order of [`APPLICANTS`].
macro_rules! by_applicant {
    ($($code:literal $name:literal $forms:expr;)*) => {
        &[$([
            row(concat!($code, ".natural_person"), $code, concat!("自然人", $name), "件", $forms),
            row(concat!($code, ".business"), $code, concat!("商业企业", $name), "件", $forms),
            row(concat!($code, ".research"), $code, concat!("科研机构", $name), "件", $forms),
            row(concat!($code, ".social"), $code, concat!("社会公益组织", $name), "件", $forms),
            row(concat!($code, ".legal_service"), $code, concat!("法律服务机构", $name), "件", $forms),
            row(concat!($code, ".other_organization"), $code, concat!("其他法人或组织", $name), "件", $forms),
        ],)*]
    };
}

const BOTH: &[Form] = &[Of2019, Of2021];

/// The columns of 三、收到和处理政府信息公开申请情况 but the last. Those of its first row are told in prose too, and stand
/// among the rows above.
#[rustfmt::skip] // A row a line.
pub(super) static COLUMNS: &[[Indicator; 6]] = by_applicant! {
    "requests.carried_in" "上年结转政府信息公开申请数量" BOTH;
    "requests.granted" "予以公开" BOTH;
    "requests.granted_in_part" "部分公开" BOTH;
    "requests.refused.state_secret" "属于国家秘密" BOTH;
    "requests.refused.prohibited" "其他法律行政法规禁止公开" BOTH;
    "requests.refused.safety" "危及“三安全一稳定”" BOTH;
    "requests.refused.third_party" "保护第三方合法权益" BOTH;
    "requests.refused.internal_affairs" "属于三类内部事务信息" BOTH;
    "requests.refused.process" "属于四类过程性信息" BOTH;
    "requests.refused.enforcement_files" "属于行政执法案卷" BOTH;
    "requests.refused.administrative_query" "属于行政查询事项" BOTH;
    "requests.unavailable.not_held" "本机关不掌握相关政府信息" BOTH;
    "requests.unavailable.to_be_made" "没有现成信息需要另行制作" BOTH;
    "requests.unavailable.unclear" "补正后申请内容仍不明确" BOTH;
    "requests.not_processed.petition" "信访举报投诉类申请" BOTH;
    "requests.not_processed.repeated" "重复申请" BOTH;
    "requests.not_processed.publication" "要求提供公开出版物" BOTH;
    "requests.not_processed.abusive" "无正当理由大量反复申请" BOTH;
    "requests.not_processed.reissue" "要求行政机关确认或重新出具已获取信息" BOTH;
    "requests.otherwise" "其他处理" &[Of2019];
    "requests.otherwise.not_corrected" "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" &[Of2021];
    "requests.otherwise.unpaid" "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" &[Of2021];
    "requests.otherwise.other" "其他" &[Of2021];
    "requests.closed" "本年度办理结果总计" BOTH;
    "requests.carried_over" "结转下年度继续办理" BOTH;
};

/// The rows of 三、收到和处理政府信息公开申请情况 in the form of 2021, in their order. In that of 2019 `requests.otherwise` stands
/// for the last three outcomes.
pub(crate) const REQUESTS: &[&str] = &[
    "requests.received",
    "requests.carried_in",
    "requests.granted",
    "requests.granted_in_part",
    "requests.refused.state_secret",
    "requests.refused.prohibited",
    "requests.refused.safety",
    "requests.refused.third_party",
    "requests.refused.internal_affairs",
    "requests.refused.process",
    "requests.refused.enforcement_files",
    "requests.refused.administrative_query",
    "requests.unavailable.not_held",
    "requests.unavailable.to_be_made",
    "requests.unavailable.unclear",
    "requests.not_processed.petition",
    "requests.not_processed.repeated",
    "requests.not_processed.publication",
    "requests.not_processed.abusive",
    "requests.not_processed.reissue",
    "requests.otherwise.not_corrected",
    "requests.otherwise.unpaid",
    "requests.otherwise.other",
    "requests.closed",
    "requests.carried_over",
];
/// Where the three rows of 其他处理 stand in it.
pub(crate) const OTHERWISE: std::ops::Range<usize> = 20..23;
