//! Which words name which row: a table of rules, and the words that the rules share.
//!
//! A rule applies where the label ends with one of `endings`, all of `needs` are met and none of `unless`. Items stand
//! between spaces; an item of `needs` is met by any of its alternatives (`a|b`):
//!
//! | alternative | is met where |
//! |---|---|
//! | `word` | it stands in the clause up to the figure, its label included |
//! | `§topic` | the heading above is about it (see [`TOPICS`]) |
//! | `^code` | the total that the fact is a part of reports this row, or one below it |
//! | `<code` | the last fact before in the sentence that reports a row reports this one, or one below it |
//! | `>word` | it stands behind the figure in its clause |
//! | `…word` | it stands before the clause since the last full stop or semicolon |
//! | `~` | the paragraph speaks of requests for information |
//! | `@` | the report is one of disclosure, or the paragraph speaks of it |
//!
//! The ending `*` stands for any label, `=word` for a label that is no more than the word. A label is also asked without
//! what [`TAILS`] has at its end. Of the rules that apply, that of the longest ending is taken, then the first.

use crate::lexicon::Phrases;

/// A rule.
pub(super) struct Rule {
    pub(super) code: &'static str,
    pub(super) endings: &'static str,
    pub(super) needs: &'static str,
    pub(super) unless: &'static str,
}

const fn rule(code: &'static str, endings: &'static str, needs: &'static str, unless: &'static str) -> Rule {
    Rule { code, endings, needs, unless }
}

/// What a heading is about, by its words.
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("requests", "依申请 申请公开 收到和处理 受理和处理 申请办理 申请情况 受理情况 答复情况 办理情况"),
    ("disclosure", "主动公开 公开数量 公开总量 公开渠道 公开形式 公开方式 信息的数量 公开的数量"),
    ("review", "复议 诉讼"),
    ("complaints", "投诉 举报"),
    ("appeals", "申诉"),
    ("inquiries", "咨询"),
    ("fees", "收费 费用 减免 处理费"),
    ("response", "回应 解读"),
    ("staff", "机构 人员 队伍 保障"),
    ("channel", "公报 微博 微信 公众号 公开栏 显示屏 查阅点 查阅场所 广播 电视"),
];

/// Words in the title or a heading of a report of disclosure.
pub(super) const DISCLOSURE: &[&str] = &["信息公开", "政务公开", "依申请公开"];

/// For the unit of a row, the units in which reports tell it.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("条", "条 件 篇 份 则"),
    ("件", "件 宗 起 例 份 条 个 单 次 项 桩"),
    ("项", "项 个 件"),
    ("次", "次 场 场次 期 个 件 条 起 轮"),
    ("篇", "篇 条 件 份 个 项"),
    ("个", "个 处 家 所"),
    ("人", "人 名 位"),
    ("人次", "人次 人 名 次 件 起 位"),
];

/// Subjects that are a part of the body that reports, where no word of the whole stands beside them.
pub(super) const PARTIAL: &[&str] = &[
    "本级", "县直", "市直", "区直", "各县", "各区", "各乡", "各镇", "各部门", "乡镇", "办公室", "政府办", "部门", "小学", "中学", "学校", "医院",
];

/// Those that may be the body itself: they are a part of it only where the report names another.
pub(super) const SMALLER: &[&str] = &["局", "委", "镇", "乡", "街道"];

/// Of several such, a figure is one of a part of the body.
pub(super) const BODIES: &[&str] = &["县", "市", "区", "镇", "乡", "街道", "部门", "单位", "局"];

/// Words of the whole body.
pub(super) static WHOLE: Phrases = Phrases::new(&[
    "全县", "全市", "全区", "全省", "全镇", "全乡", "全局", "全州", "全旗", "全街道", "我", "本年", "各级", "本局", "本机关", "级及各", "及各",
]);

/// At the end of a label, and no part of what it names.
pub(super) const TAILS: &[&str] = &[
    "的情况", "的情形", "的事项", "的事宜", "情况", "情形", "事项", "事宜", "总次数", "次数", "数额", "总数量", "数量", "总数", "总量", "数", "的",
];

/// In a paragraph that speaks of requests for information, and in one that speaks of disclosure.
pub(super) static OF_REQUESTS_WORDS: Phrases = Phrases::new(&[
    "信息公开申请", "依申请公开", "公开申请", "申请公开", "同意公开", "予以公开", "不予公开", "公开政府信息的申请", "已主动公开范围", "不掌握相关政府信息", "重复申请", "结转下年度继续办理", "未经复议直接起诉", "复议后起诉",
]);
/// In the title of the report on all that a government did.
pub(super) const OF_ALL_WORK: &str = "政府工作报告";
pub(super) static OF_DISCLOSURE_WORDS: Phrases = Phrases::new(&["信息公开", "政务公开", "依申请公开", "公开政府信息"]);

/// In the clause of a figure that is none of the report's year, or of the future.
pub(super) static ELSEWHEN: Phrases = Phrases::new(&[
    "历年", "每年", "每月", "上半年", "下半年", "季度", "每次", "每场", "每期", "每周", "平均", "日均", "月均", "去年", "上年", "上一年", "前年", "开通", "两年来", "三年来", "四年来", "五年来", "六年来", "七年来", "八年来", "十年来",
]);

/// Before the end of a stretch of years, or before several of them: 自2008年施行至2012年底，累计公开; 三年分别新收152件、178件、213件.
pub(super) static RUNNING: Phrases = Phrases::new(&["施行至", "实施至", "两年分别", "三年分别", "四年分别", "五年分别"]);

/// How the names of offices and houses end.
pub(super) const HOUSES: &[&str] = &["中心", "馆", "局", "室", "大厅", "站", "法院", "所"];

/// In the clauses before what is of all years since the first.
pub(super) static SINCE: Phrases = Phrases::new(&["施行以来", "实施以来", "开通以来", "成立以来"]);

/// In the clauses before a sum: what is added up is of several years.
pub(super) static YEARS: Phrases = Phrases::new(&[
    "加上本年", "加上今年", "加上当年", "加上历年",
]);

/// In the clauses before a figure that is planned.
pub(super) static FUTURE: Phrases = Phrases::new(&[
    "力争", "确保", "计划", "目标", "预计", "下一步", "下一年", "明年", "拟举办", "拟召开", "拟新", "拟安排", "县将", "市将", "区将", "局将", "镇将", "乡将", "我们将", "将超过",
]);

/// In the title of a section on what is planned, and in that of one on what has become of it.
pub(super) static PLANNED: Phrases = Phrases::new(&["打算", "下步", "下一步", "明年", "下年度", "工作计划", "工作思路"]);
pub(super) static PLANS_DONE: Phrases = Phrases::new(&["完成情况", "落实情况", "改进情况", "整改情况"]);

/// Between what was and what is.
pub(super) const MOVES: &[&str] = &["增", "减", "升", "降", "提", "扩", "缩", "压", "优化", "整合", "精简", "调整", "细化"];

const DISCLOSED: &str = "公开政府信息 公开信息 公开各类政府信息 公开各类信息 公开政务信息 公开各类政务信息 发布政府信息 发布信息 发布各类政府信息 \
    发布各类信息 发布政务信息 发布各类政务信息 更新信息 更新政府信息 公开政府信息数 公开信息数 公开政府信息总数 公开信息总数 公开政府信息总量 公开信息总量 \
    信息公开总数 信息发布总数 信息发布量 公开总数 公开总量 公开数量 信息总数 信息总量 主动公开";
const OF_REQUESTS: &str = "§requests|~|<requests|^requests|信息公开|依申请|公开申请";
const CHANNEL: &str = "^requests|<requests|§requests|~|申请|…申请方式|…申请途径";
const APPLICANT: &str = "^requests|<requests|§requests|~|信息公开申请|依申请|…申请主体|…申请人";
const ANSWERED: &str = "^requests|<requests|§requests|~|信息公开申请|依申请";
const CASES: &str = "行政复议 行政复议案件 行政复议申请 行政复议案 行政复议数 行政复议数量 行政复议事项 行政复议件 复议案件 复议申请 复议";
const SUITS: &str = "行政诉讼 行政诉讼案件 行政诉讼案 行政诉讼数 行政诉讼数量 行政诉讼事项 行政诉讼件 诉讼案件 诉讼 行政应诉案件 应诉案件";
const OF_CASES: &str = "~|信息公开|…信息公开|§review|§requests|^review|<review|<requests|<litigation";
const UPHELD: &str = "维持 结果维持 予以维持 维持原行政行为 维持原具体行政行为 维持具体行政行为 维持原决定 维持原答复";
const REJECTED: &str = "驳回 驳回原告诉讼请求 驳回诉讼请求 驳回起诉 维持具体行政行为或者驳回原告诉讼请求 判决驳回 裁定驳回";
const CORRECTED: &str = "纠正 结果纠正 纠错 被依法纠错 依法纠错 撤销 责令重作 责令重新答复 责令履行 确认违法 败诉";
const OTHERWISE: &str = "其他结果 其它结果 其他情形 其它情形 其他 其它 其他处理 撤回 终止 和解撤诉 撤诉";
const PENDING: &str = "尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 未结案 待审结";

/// Every rule, in the order of the rows.
pub(super) static RULES: &[Rule] = &[
    // 通过网站、公报等渠道 names all of them.
    rule("disclosure.total", DISCLOSED, "等渠道|等方式|等形式|等途径|等载体|等平台|等多种|不同渠道|各种渠道|多种渠道|各类渠道", "其他方式 其它方式 其他形式 其它形式 申请"),
    rule("disclosure.total", DISCLOSED, "主动公开|累计公开|共公开|§disclosure|公开政府信息|公开各类政府信息|公开各类信息 主动公开|公开政府信息|公开信息|公开各类|公开政务|公开总|信息公开总", "网站 网 微博 微信 公众号 公报 其他 其它 公开栏 广播 电视 新媒体 平台 报刊 专栏 栏目 客户端 短信 档案馆 图书馆 显示屏 领域 申请 转为 确定 认定 电子化 §channel"),
    rule("disclosure.total", "=政府信息", "全年|全县|全市|全区 >中", ""),
    rule("disclosure.normative", "公开规范性文件 公开行政规范性文件 公开规范性文件数", "", ""),
    rule("disclosure.gazette", DISCLOSED, "公报", "网站 微博 微信 等渠道 等方式 等形式"),
    rule("disclosure.gazette", "政府公报 公报 公报刊登 公报刊登信息 公报刊登政府信息 刊登文件 刊登政府信息 刊登信息 刊载政府信息 刊载信息 刊发政府信息 公报刊载 公报刊发 公报刊发信息", "公报|…公报 ^disclosure|<disclosure|公开|政府信息|…公报", "期"),
    rule("disclosure.website", DISCLOSED, "网站|门户网", "微博 微信 公报 等渠道 等方式 等形式 子站 栏目 其他 其它"),
    rule("disclosure.website", "政府网站 门户网站 政务网站 网站 政府门户网站 网站公开 网站发布 官网", "^disclosure|<disclosure", "子站 乡镇 部门"),
    rule("disclosure.website", "信息发布总数 信息发布量 信息发布", "…网站", "微博 微信"),
    rule("disclosure.microblog", DISCLOSED, "微博", "网站 微信 公报 等渠道 等方式 等形式"),
    rule("disclosure.microblog", "发微博 发布微博 推送微博 政务微博 官方微博 微博 微博公开 微博发布 微博推送", "@|^disclosure|<disclosure|发微博|发布微博", "粉丝 关注 阅读 回应"),
    rule("disclosure.wechat", DISCLOSED, "微信", "网站 微博 公报 等渠道 等方式 等形式"),
    rule("disclosure.wechat", "微信推送 微信共推送 推送 公众号推送 推送图文 推送图文信息 发布图文 推送图文消息 微信发布 微信公众号推送 微信公众号发布 政务微信 微信公众号 官方微信 微信 推送微信 推送信息 推送政务信息 推送各类信息 微信公开", "微信|公众号|…微信 推送|发布|公开|政务微信|官方微信|^disclosure|<disclosure", "粉丝 关注 阅读 订阅 回应 微博微信"),
    rule("disclosure.other", DISCLOSED, "其他方式|其它方式|其他形式|其它形式|其他渠道|其它渠道|其他途径|其它途径", "及其 和其 、其 等其"),
    rule("disclosure.other", "其他方式 其它方式 其他形式 其它形式 其他渠道 其它渠道 其他途径 其它途径 其他方式公开 其他形式公开 其他渠道公开", "^disclosure|<disclosure|公开", "回应 及其 和其 、其 等其"),

    rule("regulations.made", "制定规章 制发规章 出台规章 新制定规章 新制作规章 制定政府规章 出台政府规章 制发政府规章 新制定政府规章", "", "草案"),
    rule("regulations.made", "规章", "制发|制定|新制作|出台|颁布", "草案 公开 废止"),
    rule("regulations.made", "制发 本年制发", "规章", "规范性文件"),
    rule("regulations.disclosed", "公开规章 新公开规章 主动公开规章 公开政府规章", "", ""),
    rule("regulations.public", "对外公开规章 对外公开规章总数 规章对外公开", "", ""),
    rule("regulations.repealed", "废止规章 废止政府规章", "", ""),
    rule("regulations.repealed", "废止 本年废止", "<regulations|规章", "规范性文件"),
    rule("regulations.in_force", "现行有效规章 现行有效政府规章", "", ""),
    rule("regulations.in_force", "现行有效", "<regulations|规章", "规范性文件"),
    rule("normative.made", "规范性文件 规范性文件数 规范性文件总数", "制发|制定|印发|出台|新制作|制作|发布", "公开 解读 清理 废止 修改 备案 审查 审核 刊登 报备 失效"),
    rule("normative.made", "制发 本年制发 新制发", "规范性文件", "公开"),
    rule("normative.repealed", "废止规范性文件 废止行政规范性文件 废止失效规范性文件 废止和失效规范性文件", "", ""),
    rule("normative.repealed", "废止 宣布废止 宣布失效 废止失效", "<normative|<documents|规范性文件", ""),
    rule("normative.in_force", "现行有效行政规范性文件 现行有效规范性文件 现行有效的行政规范性文件 现行有效的规范性文件", "", ""),
    rule("normative.in_force", "现行有效 现行有效件数", "<normative|<documents|规范性文件", ""),
    rule("documents.disclosed", "新公开规范性文件 规范性文件新公开 规范性文件本年新公开", "", ""),
    rule("documents.disclosed", "新公开 本年新公开", "<documents|规范性文件", ""),
    rule("documents.public", "对外公开规范性文件 规范性文件对外公开 规范性文件对外公开总数 对外公开规范性文件总数", "", ""),
    rule("documents.public", "对外公开 对外公开总数 对外公开总数量 累计对外公开", "<documents|规范性文件", ""),

    rule("licensing.items", "行政许可项目 行政许可上一年项目 行政许可上一年项目数量", "上一年项目", ""),
    rule("licensing.decisions", "行政许可决定 许可决定 行政许可处理决定 行政许可处理决定数量 行政许可处理决定数", "", "公示 公开行政 公开了行政"),
    rule("licensing.decisions", "行政许可", "处理决定|作出", "公示 信息 公开行政 公开了行政"),
    rule("licensing.decisions", "处理决定 作出处理决定", "…行政许可|行政许可", "…行政处罚 …行政强制 …对外管理 行政处罚 行政强制 对外管理"),
    rule("services.items", "其他对外管理服务事项 对外管理服务事项 其他对外管理服务事项上一年项目 对外管理服务事项上一年项目", "上一年项目", ""),
    rule("services.decisions", "其他对外管理服务事项 对外管理服务事项 其他对外管理服务事项处理决定 其他对外管理服务事项处理决定数量 对外管理服务事项处理决定", "处理决定", ""),
    rule("services.decisions", "处理决定 作出处理决定", "…对外管理服务事项|对外管理服务事项", "…行政处罚 行政处罚 行政强制"),
    rule("penalties.items", "行政处罚项目 行政处罚上一年项目 行政处罚上一年项目数量", "上一年项目", ""),
    rule("penalties.decisions", "行政处罚决定 处罚决定 行政处罚处理决定 行政处罚处理决定数量 行政处罚处理决定数", "", "公示 公开行政 公开了行政"),
    rule("penalties.decisions", "行政处罚", "处理决定|作出", "公示 信息 公开行政 公开了行政"),
    rule("penalties.decisions", "处理决定 作出处理决定", "…行政处罚|行政处罚", "…行政强制 行政强制"),
    rule("coercion.items", "行政强制项目 行政强制上一年项目 行政强制上一年项目数量", "上一年项目", ""),
    rule("coercion.decisions", "行政强制决定 强制决定 行政强制处理决定 行政强制处理决定数量 行政强制处理决定数 行政强制措施决定", "", "公示"),
    rule("coercion.decisions", "行政强制", "处理决定|作出", "公示 信息"),
    rule("coercion.decisions", "处理决定 作出处理决定", "…行政强制|行政强制", ""),
    rule("charges.items", "行政事业性收费项目 行政事业性收费上一年项目 行政事业性收费上一年项目数量", "上一年项目", ""),
    rule("charges.amount", "行政事业性收费 行政事业性收费金额 行政事业性收费总金额 行政事业性收费总额 行政事业性收费收费金额 行政事业性收费本年收费金额", "", ""),
    rule("procurement.projects", "集中采购项目 政府集中采购项目 集中采购项目数量 政府集中采购 实施政府集中采购", "", ""),
    rule("procurement.amount", "采购总金额 集中采购金额 集中采购总金额 采购金额 采购总额 政府集中采购", "集中采购|<procurement", ""),

    rule("response.topics", "回应公众关注热点或重大舆情 回应公众关注热点 回应重大舆情 回应热点 回应舆情 回应热点或舆情 回应社会热点 回应热点舆情 回应公众关注热点或重大舆情数 回应社会关注热点 回应公众关注的热点 回应热点问题 回应公众关注热点问题 回应社会关切 回应群众关切 回应公众关切", "", "微博微信 其他方式"),
    rule("response.press_conferences.led", "主要负责同志参加 主要负责人参加 主要负责同志出席 主要负责人出席 主要领导参加 主要领导出席 主要负责同志参加新闻发布会 主要负责同志出席新闻发布会 主要负责同志主持", "^response.press|<response.press|新闻发布会", "访谈"),
    rule("response.press_conferences", "新闻发布会 政务公开新闻发布会 政策新闻发布会 新闻发布会总次数", "", "主要负责 主要领导"),
    rule("response.interviews.led", "主要负责同志参加 主要负责人参加 主要负责同志出席 主要负责人出席 主要领导参加 主要领导出席 主要负责同志参加政府网站在线访谈 主要负责同志参加在线访谈 主要负责同志做客", "^response.interviews|<response.interviews|访谈", "发布会"),
    rule("response.interviews", "在线访谈 网上访谈 网络访谈 网站访谈 在线访谈活动", "", "主要负责 主要领导"),
    rule("response.interpretations", "解读稿件 政策解读 解读材料 政策解读材料 解读稿件发布 解读信息 解读文章 政策解读稿 解读稿", "发布|编发|制作|撰写|配发|稿|材料|共|推出|刊发|形成|上传|推送|编制|开展", "文字 图片 图解 图表 视频 媒体 专家 率 占 刊登 公报 微信 微博"),
    rule("response.microblog_wechat", "微博微信回应 微博微信回应事件 微博、微信回应 微博和微信回应 微博微信回应事件数 微博、微信回应事件", "", ""),
    rule("response.other", "其他方式回应 其它方式回应 其他方式回应事件 其他方式回应事件数 其他形式回应", "", ""),

    rule("requests.received", "申请 申请件 申请案件 申请案 申请数 申请总数 申请数量 依申请公开 依申请公开件 依申请公开事项 信息公开申请 依申请公开案件 依申请公开信息 依申请件 申请公开 申请公开政府信息 申请受理 受理申请", "收到|受理|接到|收办|新收|接收|接受|接办|提出|无人|没有人|递交 §requests|~|<requests|信息公开|依申请|公开政府信息|公开申请", "复议 诉讼 申诉 结转 许可 投诉 咨询 当面 网络 网上 在线 平台 邮箱 网站 信函 信件 传真 邮寄 邮件 窗口 现场 自然人 企业 法人组织 延期 减免 不予 处理费 重复 信访 登记"),
    rule("requests.received", "=申请", "零 …依申请公开|~", ""),
    // 收到申请20件。受理12件，办结11件: who tells both means two things.
    rule("requests.received", "=收到 =受理 =接到 =共收到 =共受理", "~", "复议 诉讼 咨询 投诉 来信 热线 …大厅 …服务中心 …复议 …诉讼 <requests.received"),
    rule("requests.received", "=政府信息公开申请 =信息公开申请", "", "传真 信函 书面 形式 对 办理 答复 办结 收取 撤回 处理"),
    rule("requests.received", "=新收 =本年新收 =其中新收", "§requests|~|^requests|…申请", ""),
    rule("requests.received", "新收申请 新收政府信息公开申请 本年新收申请", "", "复议 诉讼"),
    rule("requests.received", "收到 受理 接到 新收 收办 共收到 共受理", "§requests", "复议 诉讼 咨询 投诉 来信 热线 <requests.received"),
    rule("requests.received.in_person", "当面申请 当面方式申请 当面形式申请 现场申请 窗口形式申请 现场方式申请 窗口申请 当面提交 现场提交 当面递交 现场递交 当面 现场 窗口 当面提出 现场提出 上门申请 窗口现场申请 当面申请数", CHANNEL, "咨询 信函 传真 网络 邮寄 网上"),
    rule("requests.received.fax", "传真申请 传真方式申请 传真形式申请 传真 传真提交 传真提出 传真申请数 传真方式", CHANNEL, "咨询 信函 网络 邮寄 当面 网上"),
    rule("requests.received.online", "网络申请 网上申请 网络方式申请 网络形式申请 电子邮件方式申请 电子邮件形式申请 网络途径申请 网站申请 在线申请 网络 网上 网络提交 网上提交 在线提交 网络平台申请 网络平台 在线平台 网络渠道 平台申请 电子邮件 电子邮件申请 邮件申请 网站提交 在线平台申请 互联网申请 网络提出 网络申请数 网络方式 网络渠道申请 申请平台 申请系统 电子邮箱申请", CHANNEL, "咨询 信函 传真 当面 邮寄 现场"),
    rule("requests.received.letter", "信函申请 邮寄申请 信函方式申请 信函形式申请 邮寄方式申请 邮寄形式申请 信函 邮寄 信函提交 邮寄提交 信件申请 来信申请 信函方式 邮政寄送 邮寄方式 信函提出 信函申请数 寄信申请 挂号信 邮政特快专递 书信申请", CHANNEL, "咨询 传真 网络 当面 网上 现场"),
    rule("requests.received.in_person", "申请 提交申请 提交 提出申请", "当面|现场|窗口|上门 §requests|~|<requests|^requests|…申请方式|…申请途径", "信函 传真 网络 网上 邮 在线"),
    rule("requests.received.fax", "申请 提交申请 提交 提出申请", "传真 §requests|~|<requests|^requests|…申请方式|…申请途径", "信函 当面 网络 网上 邮寄 在线"),
    rule("requests.received.online", "申请 提交申请 提交 提出申请", "网络|网上|在线|平台|网站|邮件|邮箱|互联网 §requests|~|<requests|^requests|…申请方式|…申请途径", "信函 传真 当面 邮寄 或"),
    rule("requests.received.letter", "申请 提交申请 提交 提出申请", "信函|邮寄|信件|书信 §requests|~|<requests|^requests|…申请方式|…申请途径", "传真 当面 网络 网上 在线"),
    rule("requests.received.natural_person", "自然人 自然人申请 自然人提交 自然人提出 公民申请 个人申请 公民 公民个人 公民个人申请 公民提出 自然人提出申请 自然人提交申请 自然人的申请 个人 公民提交", APPLICANT, "法人 组织 结转 答复 办结 ^requests.carried"),
    rule("requests.received.organization", "法人或其他组织 法人或其他组织申请 法人和其他组织 法人和其他组织申请 法人及其他组织 法人及其他组织申请 法人或其他组织提交 法人或其他组织提出 法人和其他组织提交 法人和其他组织提出 法人或者其他组织 法人或者其他组织申请 法人、其他组织 法人、其他组织申请 法人或组织 法人或组织申请 法人组织 法人申请 法人组织申请 法人和组织申请 法人或其他组织的申请", ANSWERED, "自然人、 公民、 结转 答复 办结"),
    rule("requests.received.organization", "法人或其他组织申请 法人和其他组织申请 法人及其他组织申请 法人或者其他组织申请 法人、其他组织申请", "", "自然人、 公民、 自然人和 公民和"),
    rule("requests.received.business", "=企业 商业企业 商业企业申请 商业企业提交 商业企业提出", APPLICANT, "^requests.carried"),
    rule("requests.received.research", "科研机构 科研机构申请 科研机构提交", APPLICANT, "^requests.carried"),
    rule("requests.received.social", "社会公益组织 社会公益组织申请 公益组织", APPLICANT, "^requests.carried"),
    rule("requests.received.legal_service", "法律服务机构 法律服务机构申请 法律服务机构提交 律师事务所", APPLICANT, "^requests.carried"),
    rule("requests.received.other_organization", "其他组织 其他组织申请 其他 其他机构", "^requests.received.organization|<requests.received.legal_service|<requests.received.social", ""),
    rule("requests.carried_in", "上年结转 上年度结转 上年结转件 上年度结转件 上年结转申请 上年度结转申请 结转申请 上一年度结转 上一年结转 上年转入 上年度转入 上年结转的申请 上年结转政府信息公开申请 上年度结转政府信息公开申请 去年结转 往年结转 结转件 结转 上年结转办理 结转本年度 结转本年 转入本年度", "上年|上一年|去年|往年|本年 §requests|~|<requests|^requests|信息公开|申请|…申请", "下年 下一年 次年 …复议 …诉讼 …信访 …信箱 …来信 …工单"),
    rule("requests.carried_over", "*", "结转下|转下年|转下一年|结转至|结转到|结转次年|转入下|转次年|结转2|>结转下|>转下年|>转下一年|>结转至|>结转到|>结转次年|>转入下|>转次年|>结转2|>顺延至下|>顺延到下 §requests|~|<requests|^requests|信息公开|申请|>申请", "上年 上一年 复议 诉讼 >上年"),
    rule("requests.closed.on_time", "按时办结 按期办结 按时办理 按时办结数 按期答复 按时答复", ANSWERED, "率"),
    rule("requests.closed.extended", "延期办结 延期办理 延期办结数", ANSWERED, "率"),
    rule("requests.closed.extended", "延期答复 延期答复的申请", "§requests|~|<requests", "率"),
    rule("requests.closed", "=总计 =共计 =合计", "<requests.otherwise|<requests.not_processed", ""),
    rule("requests.closed", "依申请公开 依申请公开件 政府信息公开申请 依申请公开申请", "办理|办结", "收到 受理 接到 新收 按时 延期 复议 诉讼 处理费 收取"),
    rule("requests.closed", "申请办结", "", "按时 延期 率 当年收到"),
    rule("requests.closed", "办结 办理 申请办结 已办结 办结申请 办理申请 办结政府信息公开申请 办理政府信息公开申请 办结信息公开申请 办结依申请公开 办结依申请公开申请 办理依申请公开 办理依申请公开申请 办理依申请公开事项 办结件 办结总数 办结数 办理完毕 申请办结数 办理结果 办理结果总计 办理答复 依申请办结 办结申请件 办理完结", OF_REQUESTS, "按时 按期 延期 热线 建议 提案 复议 诉讼 来信 留言 咨询 率 服务中心 大厅 工单 代表 委员 信访 尚未 未办结 不予 其他 应办 信箱 …信箱 …工单 …来信 尚在 仍在 正在 办理总量 应办理 另有 当年收到"),
    rule("requests.answered", "申请", "答复的|已答复", "未答复 结转"),
    rule("requests.answered", "答复 申请答复 答复申请 已答复 已答复申请 答复政府信息公开申请 答复信息公开申请 答复依申请公开 答复依申请公开申请 答复申请件 予以答复 申请答复数 依法答复 答复总数 全部答复 答复件 答复依申请公开件 答复公开申请", OF_REQUESTS, "同意 超期 逾期 咨询 来信 留言 热线 建议 提案 率 延期 复议 不予 部分 告知 信箱 代表"),
    rule("requests.already_public", "属于已主动公开范围 已主动公开范围 已主动公开 属于已主动公开 属于主动公开范围 属于已主动公开范围的 已主动公开的 主动公开范围 已经主动公开 属于主动公开", ANSWERED, ""),
    rule("requests.granted", "=公开 =已公开", "<requests|^requests", ""),
    rule("requests.granted", "予以公开 同意公开 同意公开答复 全部公开 予以公开答复 同意公开的 准予公开 同意公开答复数 全部予以公开", ANSWERED, "不 部分 及部分"),
    rule("requests.granted_in_part", "部分公开 同意部分公开 同意部分公开答复 予以部分公开 部分公开的 同意部分公开的 部分予以公开 部分公开答复 同意部分公开答复数", ANSWERED, "及部分 和部分 、部分 或部分"),
    rule("requests.refused", "不予公开 不同意公开 不同意公开答复 不予公开答复 不予公开的 不同意公开的 不同意公开答复数 决定不予公开", ANSWERED, "、不予 和不予 …拟公开 …保密审查 …规范性文件 …制发 <normative"),
    rule("requests.refused.state_secret", "国家秘密 属于国家秘密 涉及国家秘密 涉及国家秘密的 属于国家秘密的", ANSWERED, ""),
    rule("requests.refused.trade_secret", "商业秘密 涉及商业秘密 属于商业秘密 涉及商业秘密的", ANSWERED, "、商业 和商业 个人"),
    rule("requests.refused.privacy", "个人隐私 涉及个人隐私 属于个人隐私 涉及个人隐私的", ANSWERED, "商业秘密、 商业秘密和 商业秘密或"),
    rule("requests.refused.prohibited", "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开 禁止公开", ANSWERED, ""),
    rule("requests.refused.safety", "经济安全和社会 经济安全、社会稳定 经济安全和社会稳定 危及国家安全 危及国家安全等 三安全一稳定 危及三安全一稳定 危及“三安全一稳定” “三安全一稳定” 社会稳定 危及国家安全、公共安全、经济安全和社会稳定 危及国家安全、公共安全、经济安全、社会稳定", ANSWERED, ""),
    rule("requests.refused.third_party", "第三方合法权益 保护第三方合法权益 损害第三方合法权益 涉及第三方合法权益 侵害第三方合法权益", ANSWERED, ""),
    rule("requests.refused.internal_affairs", "内部事务信息 三类内部事务信息 属于三类内部事务信息 属于内部事务信息", ANSWERED, ""),
    rule("requests.refused.process", "过程性信息 四类过程性信息 属于四类过程性信息 属于过程性信息", ANSWERED, ""),
    rule("requests.refused.enforcement_files", "行政执法案卷 属于行政执法案卷 行政执法案卷信息 属于行政执法案卷信息 执法案卷", ANSWERED, ""),
    rule("requests.refused.administrative_query", "行政查询事项 属于行政查询事项", ANSWERED, ""),
    rule("requests.refused.not_government_information", "不是《条例》所指政府信息 不属于《条例》所指政府信息 非《条例》所指政府信息 非政府信息 不属于政府信息 不是政府信息 不属于《条例》所指的政府信息 不是《条例》所指的政府信息 所指政府信息 所指的政府信息", ANSWERED, ""),
    rule("requests.refused.other", "法律法规规定的其他情形 法律、法规规定的其他情形 法律法规规定的其它情形 其他情形 规定的其他情形", "^requests.refused|<requests.refused", ""),
    rule("requests.not_responsible", "不属于本行政机关公开 不属于本机关公开 非本机关公开 非本机关职责 非本机关职责范围 不属于本机关职责 不属于本机关职责范围 不属于本行政机关公开数 非本机关公开职责权限范围 不属于本机关 非本机关 非本机关掌握 不属于本行政机关 非本行政机关公开 不属于本机关公开职责权限范围 不属于本行政机关公开的 非本机关公开职责范围 不属于本机关负责公开 非本机关公开的", ANSWERED, ""),
    rule("requests.nonexistent", "信息不存在 申请信息不存在 政府信息不存在 申请信息不存在数 信息不存在的 不存在 申请的信息不存在", ANSWERED, ""),
    rule("requests.to_be_amended", "告知作出更改补充 告知作出更改、补充 更改补充 更改、补充 作出更改补充 作出更改、补充 告知更改补充 告知补正 告知作出更改补充数 告知申请人作出更改、补充 更改或补充", ANSWERED, ""),
    rule("requests.redirected", "告知通过其他途径办理 通过其他途径办理 告知其他途径办理 其他途径办理 告知通过其他途径办理数 告知通过其他途径 告知其他途径获取 通过其他途径获取 其他途径获取 其他途径", ANSWERED, ""),
    rule("requests.unavailable", "无法提供 无法提供信息 无法提供的 不能提供", ANSWERED, "等原因 不掌握"),
    rule("requests.unavailable.not_held", "不掌握相关政府信息 本机关不掌握相关政府信息 本机关不掌握 不掌握 本机关不掌握相关信息 不掌握相关信息 本机关不掌握政府信息", ANSWERED, "等原因"),
    rule("requests.unavailable.to_be_made", "另行制作 没有现成信息需要另行制作 需要另行制作 没有现成信息需另行制作 需另行制作 没有现成信息 没有现成信息、需要另行制作", ANSWERED, ""),
    rule("requests.unavailable.unclear", "申请内容仍不明确 补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确 内容仍不明确 仍不明确", ANSWERED, ""),
    rule("requests.not_processed", "不予处理 不予处理的 决定不予处理", ANSWERED, ""),
    rule("requests.not_processed.petition", "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访、举报、投诉类 信访投诉举报类申请 信访类申请 信访举报投诉 信访、举报、投诉 投诉类申请", "^requests|<requests|§requests|申请", ""),
    rule("requests.not_processed.repeated", "重复申请 重复申请的", ANSWERED, "大量"),
    rule("requests.not_processed.publication", "公开出版物 要求提供公开出版物 申请提供公开出版物", ANSWERED, ""),
    rule("requests.not_processed.abusive", "大量反复申请 无正当理由大量反复申请 大量、反复申请", ANSWERED, ""),
    rule("requests.not_processed.reissue", "重新出具已获取信息 要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取的信息 重新出具信息", ANSWERED, ""),
    rule("requests.otherwise", "其他处理 作其他处理 其它处理 作其它处理 其他方式处理 作出其他处理 其他处理情形", ANSWERED, "复议 诉讼"),
    rule("requests.otherwise.not_corrected", "逾期不补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 逾期未补正 逾期不补正不再处理 不再处理其政府信息公开申请", "^requests|<requests|§requests|申请 补正", ""),
    rule("requests.otherwise.unpaid", "逾期未缴费 逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 缴纳费用 未缴纳费用 逾期未缴纳费用 未按收费通知要求缴纳费用 不再处理其政府信息公开申请", "^requests|<requests|§requests|申请 缴", ""),
    rule("requests.otherwise.other", "其他 其它 其他情形", "^requests.otherwise|<requests.otherwise", ""),

    rule("inquiries.total", "咨询政府信息公开事务 咨询 接受咨询 受理咨询 群众咨询 受理群众咨询 咨询事宜 解答咨询 接待咨询 公众咨询 咨询事项 接受公众咨询 接受群众咨询 咨询服务 咨询总数 咨询案件 政府信息公开咨询 信息公开咨询 解答群众咨询", "§inquiries|~|信息公开|公开咨询|公开方面", "现场 电话 网上 网络 当面 信函 来信 热线 邮件 窗口 在线 …大厅 …服务中心 …窗口 告知 其他机关 来访咨询"),
    rule("review.total", CASES, OF_CASES, "诉讼案 复议后 未经复议 ^litigation 败诉 率"),
    rule("review.upheld", UPHELD, "^review|<review|行政复议|…行政复议 ~|信息公开|…信息公开|§review|§requests|^review|<review|<requests", "诉讼 ^litigation"),
    rule("review.corrected", CORRECTED, "^review|<review|行政复议|…行政复议 ~|信息公开|…信息公开|§review|§requests|^review|<review|<requests", "诉讼 ^litigation"),
    rule("review.other", OTHERWISE, "^review|<review|行政复议|…行政复议 ~|信息公开|…信息公开|§review|§requests|^review|<review|<requests", "诉讼 ^litigation"),
    rule("review.pending", PENDING, "^review|<review|行政复议|…行政复议 ~|信息公开|…信息公开|§review|§requests|^review|<review|<requests", "诉讼 ^litigation"),
    rule("litigation.direct", "未经复议直接起诉 直接起诉 未经复议直接起诉总计 未经复议直接提起诉讼 未经复议直接诉讼", "", ""),
    rule("litigation.after_review", "复议后起诉 经复议后起诉 复议后起诉总计 复议后提起诉讼 复议后诉讼", "", ""),
    rule("litigation.total", SUITS, OF_CASES, "复议后 未经复议 败诉 率"),
    rule("litigation.direct.upheld", UPHELD, "^litigation.direct|<litigation.direct", "^litigation.after ^litigation.total"),
    rule("litigation.direct.upheld", REJECTED, "^litigation.direct|<litigation.direct", "^litigation.after ^litigation.total"),
    rule("litigation.direct.corrected", CORRECTED, "^litigation.direct|<litigation.direct", "^litigation.after ^litigation.total 审结 …审结的"),
    rule("litigation.direct.other", OTHERWISE, "^litigation.direct|<litigation.direct", "^litigation.after ^litigation.total"),
    rule("litigation.direct.pending", PENDING, "^litigation.direct|<litigation.direct", "^litigation.after ^litigation.total"),
    rule("litigation.after_review.upheld", UPHELD, "^litigation.after|<litigation.after", "^litigation.total"),
    rule("litigation.after_review.upheld", REJECTED, "^litigation.after|<litigation.after", "^litigation.total"),
    rule("litigation.after_review.corrected", CORRECTED, "^litigation.after|<litigation.after", "^litigation.total 审结 …审结的"),
    rule("litigation.after_review.other", OTHERWISE, "^litigation.after|<litigation.after", "^litigation.total"),
    rule("litigation.after_review.pending", PENDING, "^litigation.after|<litigation.after", "^litigation.total"),
    rule("litigation.upheld", UPHELD, "^litigation.total|<litigation|行政诉讼|…行政诉讼 ~|信息公开|…信息公开|§review|§requests|^litigation|<litigation|<review|<requests", "^litigation.direct ^litigation.after"),
    rule("litigation.upheld", REJECTED, "^litigation.total|<litigation|行政诉讼|…行政诉讼 ~|信息公开|…信息公开|§review|§requests|^litigation|<litigation|<review|<requests", "^litigation.direct ^litigation.after"),
    rule("litigation.corrected", CORRECTED, "^litigation.total|<litigation|行政诉讼|…行政诉讼 ~|信息公开|…信息公开|§review|§requests|^litigation|<litigation|<review|<requests", "^litigation.direct ^litigation.after"),
    rule("litigation.other", OTHERWISE, "^litigation.total|<litigation|行政诉讼|…行政诉讼 ~|信息公开|…信息公开|§review|§requests|^litigation|<litigation|<review|<requests", "^litigation.direct ^litigation.after"),
    rule("litigation.pending", PENDING, "^litigation.total|<litigation|行政诉讼|…行政诉讼 ~|信息公开|…信息公开|§review|§requests|^litigation|<litigation|<review|<requests", "^litigation.direct ^litigation.after"),
    rule("appeals.total", "行政申诉 申诉 申诉案件 行政申诉案件 行政申诉的案件 申诉案 行政申诉数", "信息公开|~|§appeals|§review|<review|<litigation", ""),
    rule("complaints.total", "举报投诉 投诉举报 举报、投诉 投诉、举报 投诉和举报 举报和投诉", "@", "热线 平台 类"),
    rule("complaints.total", "举报投诉 投诉举报 举报 投诉 相关投诉 受理投诉 投诉和举报 举报和投诉 举报投诉数量 举报投诉案件 投诉举报案件 投诉案件 举报案件 举报投诉件 举报、投诉 投诉、举报", "信息公开|§complaints", "热线 平台 食品 消费 类 服务对象"),
    rule("complaints.total", "举报投诉 投诉举报 举报 投诉 相关投诉 受理投诉 投诉和举报 举报和投诉 举报投诉数量 举报投诉案件 投诉举报案件 投诉案件 举报案件 举报投诉件 举报、投诉 投诉、举报", "~ 未|没有|无|零|不存在", "热线 平台 食品 消费 类 服务对象"),

    rule("fees.charged", "费用 收费 信息处理费 处理费 收取费用 成本费用 公开费用 信息公开费用 政府信息公开费用 任何费用 收费金额 政府信息公开信息处理费 信息费", "收取|收费|收到|产生|§fees @|~|§fees|公开|处理费|检索|复制|邮寄|…检索|…复制|<fees|<requests", "减免 免收 支出 经费 投入 培训 印刷 事业性 县支 用于 水费 支付 企业 应收 其余 其他申请"),
    rule("fees.charged", "费", "检索费、|复制费、|邮寄费、 收取|收费", "减免 免收 支出 经费 其中 未 没有"),
    rule("fees.waived", "减免费用 减免 减免收费 免收费用 减免金额", "§fees|收费|费用|申请|…申请|…费用", "税"),
    rule("fees.waived", "费用", "减免|免收|免除", "税"),
    rule("organization.offices", "专门机构 工作机构 公开机构 工作专门机构 专门工作机构 政府信息公开工作专门机构数 工作专门机构数", "信息公开|政务公开|§staff", "科研 服务"),
    rule("organization.reading_points", "查阅点 查阅室 公共查阅室 查阅点数 公共查阅点 信息查阅点 查阅场所 公共查阅场所 政府信息公开查阅点 信息公开查阅点 政府信息查阅点 政府信息查阅场所 信息查阅场所", "", "接待 新增 撤并 撤销 新设 大厅设"),
    rule("staff.total", "公开工作的人员 专（兼）职人员 专(兼)职人员 专兼职人员 专兼职工作人员 专（兼）职工作人员 从事政务公开工作 从事政府信息公开工作", "信息公开|政务公开|§staff|@", "培训 参训"),
    rule("staff.total", "信息员", "落实|配备|共有|现有", "培训 各确定 每"),
    rule("staff.total", "工作人员 公开工作人员 政务公开工作人员 信息公开工作人员 从事政府信息公开工作人员 政务公开人员 信息公开人员", "信息公开|政务公开|配备|§staff", "进驻 窗口 服务 执法 培训 参加 专职 兼职 参训"),
    rule("staff.full_time", "专职 专职人员 专职工作人员 专职工作者 专职人员数", "^staff|<staff|信息公开|政务公开|§staff|@", "兼职 专职副 消防 专职、"),
    rule("staff.part_time", "兼职 兼职人员 兼职工作人员 兼职人员数", "^staff|<staff|信息公开|政务公开|§staff|@", "专职、 专职和 专兼职"),
    rule("funding.total", "专项经费 工作经费 公开经费 保障经费 信息公开专项经费 政务公开专项经费 政府信息公开专项经费", "信息公开|政务公开|@", "其中 培训 扶贫 科研"),
    rule("funding.total", "=安排 =当年安排", "…公开经费|…公开专项经费", ""),
    rule("meetings.held", "工作会议 专题会议 工作会议或专题会议 信息公开工作会议 政务公开工作会议 专题会 工作会 推进会 联席会议 领导小组会议 工作推进会 工作例会 专题工作会议", "信息公开|政务公开|@", "常务会议 …常务会议 发布 听证 座谈"),
    rule("training.sessions", "培训班 业务培训班 各类培训班 专题培训班 培训会 业务培训会 业务培训 专题培训 培训 举办培训 组织培训 开展培训 政务公开培训 信息公开培训", "信息公开|政务公开|@", "技能 就业 农民 职业 志愿 应急 救护 消防 安全 普法 创业 派员 参加县 参加市 参加省 参加上级"),
    rule("training.attendees", "培训 培训人员 接受培训人员 参训人员 培训业务骨干 培训工作人员 参训 培训干部 培训人数 参加培训 参加培训人员 受训 受训人员 培训相关人员 培训业务人员 接受培训 培训信息员 参训人数 培训机关干部 培训骨干 参训干部 培训各类人员", "信息公开|政务公开|@|<training", "技能 就业 农民 职业"),
    rule("training.attendees", "人员 干部 骨干 信息员", "培训|参训 信息公开|政务公开|@|<training", "技能 就业 农民 职业 组织培训"),
];
