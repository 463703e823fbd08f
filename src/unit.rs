//! The units, in one table: spelling, kind, canonical name, factor.
//!
//! Beside the units stand the words that begin like one and are none (条例, 部门, 分别) and the words behind a
//! numeral that make it something else than a quantity (年 of a date, 级 of a class). All are found by one
//! automaton that takes the longest, so that 条例 wins over 条 and 个百分点 over 个.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use crate::error::Error;
use crate::fact::{Kind, Reason};
use crate::glyph::is_space;

/// A unit: how it is written, what it measures, and what it is called in a fact.
///
/// ```
/// use nianbao::{Extractor, Unit};
/// let extractor = Extractor::new().units([Unit::count("盏"), Unit::measure("市亩", "亩")]).unwrap();
/// let report = extractor.extract("安装路灯120盏，整治3万市亩。");
/// assert_eq!(report.facts()[0].unit.as_deref(), Some("盏"));
/// assert_eq!(report.facts()[1].unit.as_deref(), Some("亩"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub(crate) spelling: Cow<'static, str>,
    pub(crate) kind: Kind,
    pub(crate) canonical: Cow<'static, str>,
    pub(crate) factor: Decimal,
}

impl Unit {
    /// A measure word, kept as written.
    ///
    /// ```
    /// assert_eq!(nianbao::Unit::count("盏").canonical(), "盏");
    /// ```
    pub fn count(spelling: impl Into<String>) -> Self {
        let spelling = spelling.into();
        Unit { canonical: spelling.clone().into(), spelling: spelling.into(), kind: Kind::Count, factor: Decimal::ONE }
    }

    /// A unit of measure with its canonical name; the value is kept as written.
    ///
    /// ```
    /// assert_eq!(nianbao::Unit::measure("㎡", "平方米").canonical(), "平方米");
    /// ```
    pub fn measure(spelling: impl Into<String>, canonical: impl Into<String>) -> Self {
        Unit {
            spelling: spelling.into().into(),
            kind: Kind::Measure,
            canonical: canonical.into().into(),
            factor: Decimal::ONE,
        }
    }

    /// How it is written.
    ///
    /// ```
    /// assert_eq!(nianbao::Unit::count("盏").spelling(), "盏");
    /// ```
    pub fn spelling(&self) -> &str {
        &self.spelling
    }

    /// The kind of fact that it makes.
    ///
    /// ```
    /// assert_eq!(nianbao::Unit::count("盏").kind(), nianbao::Kind::Count);
    /// ```
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What `unit` of the fact says.
    ///
    /// ```
    /// assert_eq!(nianbao::Unit::measure("km", "公里").canonical(), "公里");
    /// ```
    pub fn canonical(&self) -> &str {
        &self.canonical
    }
}

/// Every unit of the built-in table, in the order of the table.
///
/// ```
/// let measure_words = nianbao::unit::table().filter(|u| u.kind() == nianbao::Kind::Count).count();
/// assert!(measure_words >= 150);
/// ```
pub fn table() -> impl Iterator<Item = &'static Unit> {
    BUILT_IN.rows.iter().filter_map(|row| match row {
        Row::Unit(unit) => Some(unit),
        _ => None,
    })
}

/// Measure words with another one in brackets, in the forms with full- and half-width ones.
const DOUBLE: &[&str] = &[
    "人（次） 人(次)",
    "件（次） 件(次)",
    "场（次） 场(次)",
    "期（次） 期(次)",
    "批（次） 批(次)",
    "户（次） 户(次)",
    "个（次） 个(次)",
    "台（套） 台(套)",
    "套（台） 套(台)",
    "头（只） 头(只)",
    "辆（台） 辆(台)",
    "处（个） 处(个)",
    "个（处） 个(处)",
    "条（件） 条(件)",
];

/// Measure words, kept as written.
const COUNT: &str = "
    个 条 件 次 人 人次 家 户 项 篇 期 场 部 批 组 种 类 名 位 份 册 处 座 台 起 宗 桩 例 笔 单 票 样 款
    件次 人份 人户 户次 家次 批次 场次 车次 班次 架次 艘次 列次 台次 辆次 条次 期次 例次 组次 项次 篇次 户人 头次
    人天 人日 床日 剂次 针次 节次 堂次 站次 航班次 课次 趟次 册次 份次 店次 所次 班期
    套 辆 栋 幢 间 所 支 只 头 匹 羽 尾 株 棵 颗 粒 本 张 幅 面 块 片 段 节 章 句 首 封 页 集 卷 出 幕 轮 班 队 对 双 副
    把 盏 口 眼 门 架 艘 只次 床 桶 瓶 箱 包 袋 盒 罐 车 趟 遍 回 层 排 列 根 枝 枚 朵 丛 窝 群 股 通 则 帧 档 道 堂 讲
    場 個 條 項 戶 處 冊 張 輛 棟 間 種 類
    席 桌 束 捆 扇 顶 杆 孔 具 尊 剂 针 站 字 课时 学时 学分 标箱 标准箱 自然箱 头只 台套 套件 席次 师次
";

/// Units of measure: spellings with one canonical name stand in one row, the name first.
const MEASURE: &[&str] = &[
    "亩 市亩",
    "亩次",
    "公顷 ha hm² hm2",
    "平方米 ㎡ 平米 平方 m² m2 平方公尺",
    "平方公里 平方千米 km² km2 k㎡",
    "平方厘米 c㎡ cm²",
    "米 m 公尺",
    "公里 千米 km",
    "厘米 公分 cm",
    "毫米 mm",
    "微米",
    "纳米 nm",
    "里 华里",
    "海里",
    "英里",
    "英尺",
    "英寸",
    "吨 公吨 t",
    "载重吨",
    "总吨",
    "吨公里",
    "人公里",
    "车公里",
    "公斤 千克 kg",
    "斤 市斤",
    "担 市担",
    "克 g",
    "毫克 mg",
    "微克",
    "立方米 立方 m³ m3 方 立方公尺",
    "立方米/秒",
    "升 L",
    "毫升 mL ml",
    "微克/立方米 微克每立方米 μg/m³",
    "毫克/升",
    "毫克/立方米",
    "纳戈瑞/小时 nGy/h",
    "微西弗/小时 μSv/h",
    "千瓦时 千瓦·时 kWh kwh",
    "度",
    "兆瓦时 MWh",
    "瓦",
    "千瓦 kW kw",
    "兆瓦 MW",
    "吉瓦 GW",
    "伏",
    "千伏 kV kv",
    "千伏安 kVA",
    "兆伏安 MVA",
    "马力",
    "千卡 大卡",
    "吉焦 GJ",
    "兆帕 MPa",
    "℃ 摄氏度 °C",
    "分贝",
    "赫兹",
    "兆赫",
    "千赫",
    "公里/小时",
    "GB",
    "TB",
    "PB",
    "MB",
    // Computing power, in units of 10^15 operations a second.
    "P PFLOPS",
    "EFLOPS",
    "岁 周岁",
];

/// Currencies, by ISO 4217: the code, then its spellings. 块 alone is the measure word of plots (5块地).
const MONEY: &[(&str, &str)] = &[
    ("CNY", "元 圆 元人民币 人民币 块钱 元钱"),
    ("USD", "美元 美金 美圆"),
    ("EUR", "欧元"),
    ("GBP", "英镑"),
    ("JPY", "日元 日圆"),
    ("HKD", "港元 港币 港圆"),
    ("MOP", "澳门元"),
    ("TWD", "新台币 台币"),
    ("KRW", "韩元 韩圆"),
    ("AUD", "澳元 澳大利亚元"),
    ("CAD", "加元 加拿大元"),
    ("SGD", "新加坡元 新元"),
    ("CHF", "瑞士法郎"),
    ("RUB", "卢布"),
    ("INR", "印度卢比"),
    ("THB", "泰铢"),
];

/// Lengths of time. 年 and 日 stand here too; whether one is a length or a date is decided by `period`.
const DURATION: &[(&str, &str)] = &[
    ("工作日", "个工作日 工作日"),
    ("天", "天 自然日 个自然日 日历天 个日历天"),
    ("周", "周 个星期 星期 个礼拜"),
    ("月", "个月"),
    ("季度", "个季度"),
    ("小时", "小时 个小时 个钟头"),
    ("分钟", "分钟"),
    ("秒", "秒 秒钟"),
];

/// What else makes a quantity: the kind, the unit's name, its spellings, and mantissa and scale of the factor.
const OTHER: &[(Kind, &str, &str, i64, u32)] = &[
    (Kind::Percent, "%", "% ％", 1, 0),
    (Kind::Percent, "%", "‰", 1, 1),
    (Kind::Percent, "%", "成", 10, 0),
    (Kind::PercentPoint, "pp", "个百分点 個百分點 百分点", 1, 0),
    (Kind::Score, "分", "分", 1, 0),
    (Kind::Multiple, "倍", "倍", 1, 0),
    (Kind::Multiple, "倍", "番", 1, 0),
];

/// Words behind a numeral that make it a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calendar {
    Year,
    Month,
    Day,
    Hour,
    /// 点: of the clock, or the measure word of demands (3点要求).
    Point,
    /// 季度, 世纪, 年代, 周年: never a quantity.
    Period,
}

const CALENDAR: &[(Calendar, &str)] = &[
    (Calendar::Year, "年"),
    (Calendar::Month, "月 月份"),
    (Calendar::Day, "日"),
    (Calendar::Hour, "时 时许"),
    (Calendar::Point, "点 點 点钟"),
    (Calendar::Period, "季度 世纪 年代 周年 年级 年头 个年头 旬"),
];

/// Words behind a numeral that make it no quantity, by what it is instead.
const INSTEAD: &[(Reason, &str)] = &[
    (Reason::Class, "级"),
    (Reason::DocumentNumber, "号 号令 号文 号文件"),
    (Reason::Ordinal, "届 号线"),
    (Reason::Group, "大 部分 方面"),
    (Reason::Name, "强 星级 字型 版"),
    (Reason::Address, "楼 室 单元 号楼 弄"),
    (Reason::NotStated, "位数"),
    // Words that begin like a unit, so that the longest match keeps the unit out.
    (
        Reason::Bare,
        "分之 分别 分局 分公司 分中心 分管 分级 分类 分批 分期 分步 分为 分支 分布 分析 分散 分配 分开 分组 分设 分厅 分队
        部门 部委 部队 部长 部署 条例 条件 条款 个体 位于 位居 位列 名单 名录 名称 名列 名牌 名师 名医 名城 名镇 名村
        类似 期间 期刊 期待 期末 期盼 期货 次要 次之 次年 次日 次序 点击 点评 点亮 处理 处置 处罚 处于 处长 处级 处分
        起草 起到 起来 起步 起诉 起点 面向 面积 面对 面临 所有 所以 所在 所属 所需 本年 本市 本县 本级 本着 本区 本省
        本镇 本局 本单位 本机关 本地 台账 台湾 台风 场所 场馆 场地 种植 种养 种子 种粮 组织 组成 组建 批准 批复 批示
        批评 份额 户籍 户外 户均 户数 户用 人均 人民 人大 人才 人口 人员 人群 人工 人力 人居 人身 人体 人社 人数
        套餐 套路 班子 班级 班列 课题 课程 课堂 门户 门诊 门口 门店 头部 头雁 口岸 口径 口号 口碑 片区 段落 回应 回望 回顾 回归 回复 回答 回收
        回落 回升 列入 列为 列车 列席 支持 支付 支出 支部 支队 支撑 对接 对外 对于 对比 对应 对口 对标 对象 双方 双向 双创
        副县 副市 副职 副产 副省 把握 把关 把手 轮候 轮换 车辆 车位 车站 车道 层面 层级 层次 间接 间隔 间断 款项 样本 样板
        集中 集体 集团 集群 集约 集聚 集成 集市 集镇 页面 字号 元旦 元素 元件 成立 成为 成功 成果 成员 成效 成本 成品 成交
        成熟 成长 成就 成都 成年 成人 成份 成分 成绩 成套 成群 成片 成线 成网 成不变 倍增 番茄 克服 克拉 米粉 升级 升至 升高 升格 升学
        升到 里程 里面 度假 度汛 度电 担保 担任 担当 担负 天然 天津 天气 天空 天下 周边 周围 周转 周期 日报 日常 日均
        时期 时间 时代 时候 时段 时常 时起 首次 首批 首家 首个 首届 首府 例如 例行 例外 只有 只要 只能 根据 根本 股份 股权
        股东 股票 通过 通报 通知 通讯 通信 通车 通用 通道 通水 通电 通航 则是 道路 道德 道口 阵地 幅度 封闭 群众 群体 帮扶
        拨付 拨款 讲话 席位 家庭 家长 家属 家具 家电 家政服务 家园 家乡 票据 单位 单一 单独 站点 队伍 队员 节约 节能 节水 节日 节点
        节庆 卷烟 出台 出现 出口 出版 出发 出资 出租 出让 出入 出境 包括 包含 包装 包干 排名 排列 排放 排查 排水 箱包 袋装
        瓦斯 方案 方式 方法 方针 方向 方便 方位 方能 方可 课改 校园 具有 具备 具体 顶层 针对 股室 股级 针织",
    ),
];

/// A row of the automaton.
#[derive(Debug, Clone)]
pub(crate) enum Row {
    Unit(Unit),
    Calendar(Calendar),
    Instead(Reason),
}

/// The table as an automaton that takes the longest spelling at a place.
#[derive(Debug, Clone)]
pub(crate) struct Units {
    automaton: AhoCorasick,
    rows: Vec<Row>,
}

/// What stands behind a numeral.
#[derive(Clone, Copy)]
pub(crate) struct Found<'u> {
    pub(crate) row: &'u Row,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

static BUILT_IN: Lazy<Units> = Lazy::new(|| Units::build(built_in_rows()));

fn built_in_rows() -> Vec<(String, Row)> {
    let mut rows = Vec::new();
    let mut add = |spelling: &str, row: Row| rows.push((spelling.to_owned(), row));
    let unit = |spelling: &'static str, kind, canonical: &'static str, factor| {
        Row::Unit(Unit { spelling: spelling.into(), kind, canonical: canonical.into(), factor })
    };
    for word in COUNT.split_whitespace() {
        add(word, unit(word, Kind::Count, word, Decimal::ONE));
    }
    for (kind, table) in [(Kind::Count, DOUBLE), (Kind::Measure, MEASURE)] {
        for row in table {
            let canonical = row.split_whitespace().next().unwrap_or(row);
            for word in row.split_whitespace() {
                add(word, unit(word, kind, canonical, Decimal::ONE));
            }
        }
    }
    for (code, words) in MONEY {
        for word in words.split_whitespace() {
            add(word, unit(word, Kind::Money, code, Decimal::ONE));
        }
    }
    for (canonical, words) in DURATION {
        for word in words.split_whitespace() {
            add(word, unit(word, Kind::Duration, canonical, Decimal::ONE));
        }
    }
    for &(kind, canonical, words, mantissa, scale) in OTHER {
        for word in words.split_whitespace() {
            add(word, unit(word, kind, canonical, Decimal::new(mantissa, scale)));
        }
    }
    for &(calendar, words) in CALENDAR {
        for word in words.split_whitespace() {
            add(word, Row::Calendar(calendar));
        }
    }
    for &(reason, words) in INSTEAD {
        for word in words.split_whitespace() {
            add(word, Row::Instead(reason));
        }
    }
    rows
}

impl Units {
    pub(crate) fn built_in() -> &'static Units {
        &BUILT_IN
    }

    fn build(rows: Vec<(String, Row)>) -> Units {
        let (words, rows): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(&words)
            .expect("a few hundred short words are no more than the automaton holds");
        Units { automaton, rows }
    }

    /// The built-in table with more units, which go before built-in ones of the same spelling.
    pub(crate) fn with(units: Vec<Unit>) -> Result<Units, Error> {
        let mut rows = Vec::new();
        for unit in units {
            if unit.spelling.is_empty() {
                return Err(Error::unit(&unit.spelling, "the spelling is empty"));
            }
            if unit.canonical.is_empty() {
                return Err(Error::unit(&unit.spelling, "the canonical name is empty"));
            }
            if unit.spelling.chars().any(|c| is_space(c) || c.is_ascii_digit()) {
                return Err(Error::unit(&unit.spelling, "the spelling holds white space or a digit"));
            }
            rows.push((unit.spelling.clone().into_owned(), Row::Unit(unit)));
        }
        rows.extend(built_in_rows());
        Ok(Units::build(rows))
    }

    /// The longest row at `at`, before `end`. A unit in Latin letters must not go on in letters or digits.
    pub(crate) fn at<'u>(&'u self, text: &str, at: usize, end: usize) -> Option<Found<'u>> {
        let input = Input::new(text).span(at..end).anchored(Anchored::Yes);
        let found = self.automaton.find(input)?;
        let latin = text[..found.end()].ends_with(|c: char| c.is_ascii_alphanumeric());
        if latin && text[found.end()..end].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        Some(Found { row: &self.rows[found.pattern().as_usize()], start: at, end: found.end() })
    }

    /// As [`Units::at`], for a unit with layout inside it (`个百分 点`): spaces between its characters are
    /// skipped.
    pub(crate) fn at_spaced<'u>(&'u self, text: &str, at: usize, end: usize) -> Option<Found<'u>> {
        /// 个百分点 has four characters, and none that layout breaks is longer.
        const LONGEST: usize = 4;
        let mut joined = String::new();
        let mut ends = Vec::with_capacity(LONGEST);
        for (i, c) in text[at..end].char_indices().take(4 * LONGEST) {
            if !is_space(c) && ends.len() < LONGEST {
                joined.push(c);
                ends.push((joined.len(), at + i + c.len_utf8()));
            }
        }
        let found = self.automaton.find(Input::new(&joined).anchored(Anchored::Yes))?;
        let end = ends.iter().find(|(j, _)| *j == found.end())?.1;
        Some(Found { row: &self.rows[found.pattern().as_usize()], start: at, end })
    }
}
