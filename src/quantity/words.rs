//! The words that the reading of quantities knows, in tables by what they do. Bound words stand in `bound`, set
//! phrases in `idiom`, units in the table of units.

/// Words behind a length of time that make it a period: 五年来.
pub(super) const GOES_ON_AFTER: &[&str] = &[
    "来", "以来", "间", "期间", "里", "中", "多来", "累计", "规划", "计划", "行动", "攻坚", "决战", "前",
];

/// Words before it: 连续12个季度.
pub(super) const GOES_ON_BEFORE: &[&str] = &[
    "连续", "近", "过去", "未来", "今后", "往后", "前", "每", "历经", "头", "后", "这", "为期", "持续", "走过", "上", "下", "本", "进行了", "开了", "每周", "隔", "近十", "再过", "坚持",
];

/// What a number of years is a figure of: a limit, a term, a time used.
pub(super) const TERM: &[&str] = &[
    "期限", "年限", "期", "寿命", "任期", "刑", "保存", "保管", "服务", "工龄", "提前", "延长", "缩短", "推迟", "历时", "耗时", "用时", "满", "有效", "工期", "周期", "时限", "期满", "徒刑",
    "期为", "时间", "学制", "平均",
];

/// Marks of a currency before its amount.
pub(super) const CURRENCY_SIGNS: &[(&str, &str)] = &[("￥", "CNY"), ("¥", "CNY"), ("US$", "USD"), ("HK$", "HKD"), ("$", "USD"), ("＄", "USD"), ("€", "EUR"), ("£", "GBP")];

/// Measure words that count phases and ranks with 二, where a number of things takes 两: 二期, 二次.
pub(super) const ORDINAL_WITH_ER: &str = "次期级类批线产代等档组队班轮道环层面部章节路条座本";

/// Before them, 一 with a measure word counts: 共一件, 新增一个.
pub(super) const COUNTING: &[&str] = &[
    "共", "共计", "合计", "总计", "累计", "仅", "只", "只有", "新增", "增加", "减少", "各", "另有", "仅有", "分别为", "增设", "增至", "减至",
];

/// Measure words of cases, which 零 may count.
pub(super) const CASES: &[&str] = &["起", "宗", "例", "桩", "人次"];

/// Behind the first of two ranks.
pub(super) const RISES: &[&str] = &[
    "跃升", "上升", "升至", "升到", "提升", "跃居", "前移", "进至", "下降", "降至", "下滑", "滑落",
];

/// Ends of nouns that a bare number counts, and the words that end alike and are none.
pub(super) const NOUNS_OF_QUANTITY: &[&str] = &[
    "数", "量", "人次", "总计", "户次",
];

pub(super) const NO_NOUNS_OF_QUANTITY: &[&str] = &[
    "多数", "少数", "系数", "指数", "倍数", "分数", "小数", "位数", "参数", "函数", "质量", "力量", "重量", "能量", "含量", "热量", "尽量", "大量", "少量", "适量", "变量", "当量", "考量",
    "衡量", "商量", "测量", "计量", "胆量", "气量", "基数", "岁数", "半数", "度数", "排量", "净化量",
];

/// Words that jieba tags as verbs and that stand before the people counted.
pub(super) const ATTRIBUTES: &[&str] = &[
    "困难", "监测", "低保", "转移", "新增", "参保", "脱贫", "返乡", "留守", "流动", "就业", "失业", "务工", "退役", "建档", "新", "下岗", "退休", "参训", "常住",
];

/// What may stand between the noun and its number.
pub(super) const LINKS: &[&str] = &[
    "达到", "达", "为", "共", "共计", "累计", "约", "已", "是", "总计", "合计", "有", "至", "到", "：", ":", "已达", "近", "了", "仅", "首次", "分别", "均", "由", "从",
];

/// Words before a number that make it one to call.
pub(super) const TELEPHONE: &[&str] = &[
    "电话", "传真", "热线", "手机", "拨打", "号码", "联系方式", "QQ", "专线", "区号",
];

pub(super) const POST_CODE: &[&str] = &[
    "邮编", "邮政编码", "邮码",
];

pub(super) const RECORD: &[&str] = &[
    "索引号", "信息索引", "编号", "文号", "备案号", "档案号", "代码", "标识码", "ICP备", "许可证",
];

/// Words behind a number that one calls: 12345热线.
pub(super) const CALLED: &[&str] = &[
    "热线", "专线", "政务", "便民", "市民", "平台", "民声", "电话", "公开电话", "政府服务", "举报", "服务热线",
];

/// Words that say that something has a place in an order.
pub(super) const PLACED: &[&str] = &[
    "排名", "位列", "位居", "名列", "列", "居", "排", "跃居", "升至", "升到", "跻身", "进入", "位次", "稳居", "前移至", "跃升至", "名次", "保持", "获", "获得", "荣获", "取得",
];

/// Who is counted by a scale alone behind a bound: 100万以上农村人口.
pub(super) const PEOPLE: &[&str] = &["人口", "群众", "农民", "居民", "职工", "学生", "人员", "劳动力"];

/// Those of them behind which a place follows with some name between: 位列功能区第一.
pub(super) const LISTED: &[&str] = &["位列", "位居", "名列", "排名"];

/// Among whom: 全省第三.
pub(super) const AMONG: &[&str] = &[
    "全国", "全省", "全市", "全区", "全县", "世界", "全球", "国内", "省内", "市内", "亚洲", "全州", "全盟", "全旗", "中部", "西部", "东部", "同类", "地区", "县区", "区县", "行业", "系统", "省",
    "市", "国际", "总榜", "榜单", "东北", "西北", "西南", "华东",
];

/// What a page says of its readers, before a colon.
pub(super) const READERS: &[&str] = &[
    "浏览次数", "浏览量", "点击数", "点击量", "点击次数", "阅读次数", "访问次数", "阅读量", "浏览", "点击",
];

/// What joins the items of a list.
pub(super) const LIST: &[&str] = &[
    "、", "和", "与", "及", "以及", "或", "或者", "，", ",", "，和",
];

/// What joins the ends of a range.
pub(super) const RANGE: &[&str] = &[
    "-", "－", "−", "—", "——", "–", "~", "～", "〜", "至", "到", "—－",
];

/// How a number may reach its other value: 由47.6提升至73.4%.
pub(super) const ARRIVAL: &[&str] = &[
    "至", "到", "为",
];

/// What a number without a unit is, near it: 比值由3.27缩小至2.93.
pub(super) const RATIOS: &[&str] = &[
    "比值", "之比", "比例", "系数",
];

/// The words that open such a pair.
pub(super) const DEPARTURE: &[char] = &['由', '从', '自'];

/// What is broken through, where 突破 is a verb.
pub(super) const BREAKTHROUGHS: &[&str] = &[
    "技术", "难题", "瓶颈", "关键", "装备", "堵点", "障碍",
];

/// Words near an amount of a few yuan in Chinese numerals.
pub(super) const PRICES: &[&str] = &[
    "费", "款", "金", "价", "每", "补", "罚", "资", "成本", "收取", "缴", "付", "减免", "支出", "元",
];

/// The verb of 番, as it stands before the numeral.
pub(super) const DOUBLING: &[&str] = &["翻", "翻了", "翻上", "翻过"];

/// What comes out in issues.
pub(super) const PERIODICALS: &[&str] = &["报》", "刊》", "讯》", "公报", "简报", "专报", "专刊", "期刊"];

/// What laws are divided into.
pub(super) const ARTICLES: &[&str] = &["条", "款", "项", "章", "节", "目", "编"];
