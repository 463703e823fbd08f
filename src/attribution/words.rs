//! The words that the attribution knows, in tables by what they do.

use super::Words;
use crate::lexicon::Phrases;

/// Linking words and adverbs between the words and the figure.
pub(super) static LINKS: Words = Words::new(&[
    "均达", "均为", "总共", "合计", "共计", "总计", "累计", "达到了", "达到", "达", "高达", "多达", "为", "是", "有", "计", "共", "已", "约", "现", "仅", "只", "均", "各", "分别为", "分别达到",
    "分别达", "分别", "各自", "占", "至", "到", "了", "的", "：", ":", "人民币", "现有", "共有", "设有", "实际", "平均", "超", "得", "又", "再", "就", "也", "即", "在", "近", "第", "已有", "尚有", "仍有", "再次", "持续", "不断", "进一步", "稳步", "大幅", "小幅",
    "全", "整", "每", "还", "另", "并", "和", "及", "与", "比", "较", "由", "每人每月", "等于", "相当于", "上年", "去年", "上年同期", "去年同期", "同期", "历年", "涉及", "相比", "连续", "可比", "先后", "设", "对", "日", "却", "所",
    "比较", "都", "竟", "今年", "明年", "本年", "当年", "全年", "逐步", "继续", "逆势", "基本", "双双", "连跨", "跨过", "迈上", "台阶", "力争", "预计", "拟按", "一直", "至少", "不得", "年人均",
    "月人均", "已经", "拟定", "定为", "定", "拟", "估计", "将", "可", "可以", "能", "不同程度", "控制", "世界", "全球", "首次", "大约", "最高", "最低", "要", "应", "年均", "每人每年", "现在", "少则", "多则", "最", "依次", "依次为", "最多", "最少", "居多", "持平",
    "目前", "去年底", "年底", "上一年", "一年", "每人", "每月", "每年", "人均每月", "保持", "稳定", "只要", "同口径", "折合", "全国", "全省", "全市", "全区", "全县", "等", "从", "自", "（", "(", "“", "”", "‘", "’",
]);

/// Words of change: between them and the figure stands nothing that it counts.
pub(super) static CHANGES: Words = Words::new(&[
    "增长", "增加", "增至", "增加到", "增长到", "增加至", "增长至", "下降", "下降到", "下降至", "减少", "减少到", "减少至", "减至", "上升", "上升到", "上升至", "提高", "提高到", "提高至", "提升",
    "提升到", "提升至", "回落", "上涨", "降低", "降至", "降到", "缩小", "扩大", "压减", "压减至", "压减到", "压缩", "压缩至", "压缩到", "缩短", "缩短至", "增收", "增幅", "降幅", "减幅", "涨幅", "净增", "同比", "环比",
    "年均", "多", "少", "翻", "高", "低", "快", "慢", "递增", "递减", "升至", "升", "降", "增", "减", "高于", "低于", "达成", "精简", "精简至", "细化", "细化为", "整合", "整合为", "发展",
    "扩充", "扩充至", "调整", "跃升", "跃升到", "跃升至", "增产", "减产", "削减", "缩减", "延长", "再延长", "再增", "同比增", "同比降", "多出", "少出", "扩大到", "扩大至", "缩小到", "缩小至", "拓展", "拓展到", "恢复", "恢复到", "跨越", "发展到", "上调至",
    "上调", "下调", "调整为", "调整到", "调整至", "动态调整为", "动态调整到", "提前", "偏少", "偏多", "偏高", "偏低",
]);

/// Words that open a clause and say nothing of what is counted.
pub(super) static OPENERS: Words = Words::new(&[
    "历年", "连续", "其余", "加上", "连同", "除", "而", "但是", "那么", "因为", "这", "那", "却", "可以", "每年", "其中", "另外", "此外", "另有", "另", "还有", "还", "并", "且", "、", "同时", "也", "又", "共", "共计", "累计",
    "总共", "全年", "年内", "今年", "去年", "上年", "本年度", "本年", "年度", "当年", "截至", "截止", "目前", "一年来", "全县", "全市", "全区", "全省", "全镇", "全乡", "全旗", "全州", "全国", "全校", "全院", "全局", "全厅", "全系统",
    "我县", "我市", "我区", "我省", "我局", "我镇", "我委", "我国", "我", "本县", "本市", "本区", "本局", "本机关", "本级", "已", "已经", "现", "先后", "积极", "认真", "切实", "有力", "分别",
    "以上", "上述", "含", "包括", "包含", "即", "使", "由", "从", "自", "在", "对", "有", "是", "为", "作", "将", "把", "约", "一共", "合计", "总计", "实际", "预计", "力争", "确保", "使得", "“",
    "”", "（", "(", "）", ")", "的", "均", "都", "全部", "实现", "到", "至", "底", "末", "其它", "以来", "五年来", "期间", "等", "了", "个", "内", "各", "共有", "通过",
    "前", "后", "外", "：", ":", "，", ",", "。", "；", ";", "则", "就", "应", "可", "要", "再", "分", "来", "少则", "多则", "拥有", "至少", "每月", "每季度", "每季", "每周", "每日", "每天",
]);

/// Words that open a phrase of manner, place or person before the predicate.
pub(super) const PREPOSITIONS: &[&str] = &[
    "通过", "利用", "按照", "根据", "依托", "围绕", "针对", "结合", "借助", "以", "向", "为", "对", "在", "从", "由", "将", "把", "经", "据", "于", "随着", "给", "同", "就", "因",
    "用",
];

/// Predicates that say no more than that there is one: a label too long does without.
pub(super) const LIGHT: &[&str] = &[
    "完成", "接到", "收到", "承办", "办理", "发放", "组织", "举办", "召开", "播出", "引进", "开展", "设立", "建立", "开设", "提供", "参加", "发生", "引发", "实现", "拥有", "设有",
];

/// What ranks: the thing ranked stands before it.
pub(super) const RANKING: &[&str] = &[
    "从全国", "从全省", "由全国", "由全省", "从", "由", "进至", "双双", "位列", "位居", "名列", "排名", "列", "居", "排", "跃居", "跃升至", "跃升到", "跃至", "上升至", "上升到", "提升至", "升至", "升到", "跻身", "进入", "稳居", "在",
];

/// Adverbs that part a long subject from its predicate: 县行政服务中心累计|受理.
pub(super) const PARTING: &[&str] = &[
    "累计", "现共", "现有", "共有", "共", "全年", "目前", "一年", "大约", "分别", "各项", "总计", "年均", "又", "还", "均", "合计", "主要", "先后", "至少", "每月", "每季度", "每周",
];

/// Predicates of reports; jieba tags several of them as adverbs or nouns.
pub(super) static PREDICATES: Words = Words::new(&[
    "研究部署", "公开", "发布", "受理", "办理", "收到", "接到", "答复", "办结", "召开", "举办", "开展", "组织", "印发", "编发", "制发", "制定", "出台", "推送", "报送", "报道", "接待", "查阅", "发放",
    "移交", "完成", "新增", "建成", "建设", "改造", "投入", "安排", "争取", "培训", "处理", "回复", "征集", "收集", "编制", "编印", "更新", "清理", "整改", "审查", "梳理", "收取", "支出",
    "设立", "开设", "开通", "录入", "上传", "刊登", "刊发", "解读", "主动", "转办", "收办", "接受", "形成", "新建", "新开", "优化", "提供", "赠阅", "制作", "播出", "举行", "引发", "发生",
    "减免", "修复", "购置", "培育", "创建", "聘请", "约谈", "通报", "选派", "解答", "化解", "调处", "排查", "走访", "慰问", "救助", "资助", "推荐", "签约", "引进", "实施", "推进", "启动",
    "竣工", "投产", "修建", "改建", "扩建", "增设", "关闭", "取缔", "查处", "查获", "惠及", "吸纳", "评选", "表彰", "认定", "获得", "荣获", "取得", "落实", "兑现", "拨付", "下达", "筹集",
    "募集", "偿还", "征收", "治理", "整治", "拆除", "安置", "搬迁", "供应", "收购", "种植", "寄送", "发送", "印制", "张贴", "悬挂", "设置", "配备", "购买", "采购", "聘用", "接报", "拓宽", "挽回", "加固", "硬化", "铺设", "架设", "拥有", "设有", "作出",
]);

/// Of one character, at the end of a counted noun: 查询点.
pub(super) const PLACES: &[&str] = &[
    "点", "站", "处", "室", "区", "集", "群", "带", "圈", "线", "网", "库", "店", "厂", "校", "院", "所", "馆", "栏", "岗", "村", "镇", "县", "厅", "台", "屏", "窗",
];

/// Before 的, words that tell something of what is counted: 3件超过规定的期限.
pub(super) const RELATING: &[&str] = &["属于", "符合", "不符合", "不属于", "超过", "达到", "领取", "走进", "享有"];

/// Before a figure, what begins to be done: 启动2.3万户搬迁.
pub(super) const LAUNCHING: &[&str] = &["启动", "实施", "推进", "开展"];

/// What bears a name in quotation marks that is counted with it: 微信公众号“…”.
pub(super) const CHANNELS: &[&str] = &["公众号", "视频号", "抖音号", "头条号", "微博", "微信", "客户端", "小程序", "APP", "网站", "专栏", "栏目"];

/// Before a percentage that a word of change follows: 保持20%以上的增长.
pub(super) const HOLDING: &[&str] = &["保持", "保持了", "实现", "实现了", "有", "取得", "取得了"];

/// At the end of a counted noun, though they are verbs elsewhere: 专业合作组织.
pub(super) const BODIES: &[&str] = &["组织"];

/// Behind 的, what people have and others deal with: 3948人的安全饮水问题.
pub(super) const CONCERNS: &[&str] = &["问题", "难题", "困难", "难"];

/// Behind a figure, words that are no counted noun.
pub(super) static NO_NOUNS: Words = Words::new(&[
    "同比", "环比", "比", "较", "占", "增长", "下降", "增加", "减少", "提高", "上升", "均", "都", "已", "全部", "并", "其中", "和", "与", "及", "或", "以上", "以下", "以内", "左右",
    "用于", "分别", "、", "同时", "予以", "给予", "进行", "作出", "参加", "用", "为", "是", "在", "由", "经", "按", "的", "了", "等", "相比", "如期完成", "全面完成", "投入使用", "新台阶", "台阶", "大关", "关口", "门槛", "免费", "全国", "全省", "全市", "到", "至", "以", "对", "向", "从", "将", "把",
    "被", "因", "未", "不", "也", "还", "又", "共", "即", "年均", "扩大", "能", "可", "得到", "得", "实现", "成为", "通过", "超", "达", "达到", "位居", "居", "列", "下", "上", "内",
    "中", "后", "前", "能够", "可以", "需要", "无需", "起", "来", "时", "每", "各", "当", "有", "收取", "收到", "余", "多", "户均", "人均", "村均", "亩均",
    "按规定", "按要求", "按程序", "按计划", "标准煤", "标煤", "反映", "认为", "表示",
]);

/// Words tagged as adverbs or places that stand inside the name of a counted thing.
pub(super) const ATTRIBUTES: &[&str] = &[
    "直", "特", "依", "沿", "沿江", "沿海", "沿河", "沿线", "沿边", "本科", "未来", "市直", "县直", "区直", "省直", "直属", "中", "网上", "线上", "线下", "涉", "常用", "最", "特别", "重点", "共同", "进步", "首发", "首次", "轻微",
];

/// Counted things that jieba tags as verbs.
pub(super) const VERBAL_NOUNS: &[&str] = &[
    "申请", "建议", "提案", "咨询", "投诉", "举报", "报道", "诉讼", "复议", "答复", "通报", "活动", "调查", "检查", "培训", "会议", "管理", "服务", "采购", "处罚", "改革", "试点", "试验",
    "改造", "创新", "监测", "青年", "举措", "需求", "会展", "低保", "数据集", "论断", "主张", "不足", "措施", "行动", "工程", "做法", "超市", "干道", "留言", "来电", "来信", "来访", "预算", "进度",
];

/// Behind a predicate, these make a quantity of it: 更新量, 支出占比.
pub(super) const QUANTITIES: &[&str] = &[
    "量", "数", "率", "额", "费", "栏", "点", "类", "强度", "数量", "占", "占比", "比重", "比例", "增速", "增幅", "总额", "总量", "产值", "浓度",
];

/// The short names of the provinces.
pub(super) const PROVINCES: &[&str] = &[
    "京", "津", "沪", "渝", "冀", "晋", "辽", "苏", "浙", "皖", "闽", "赣", "鲁", "豫", "鄂", "湘", "粤", "桂", "琼", "川", "蜀", "黔", "滇", "藏", "陕", "秦", "甘",
    "陇", "蒙",
];

/// Words of comparison, and what they compare with.
pub(super) const COMPARING: &[&str] = &[
    "比", "较", "由", "从", "同比", "较之", "比起",
];

pub(super) const PAST: &[&str] = &[
    "上年", "去年", "同期", "上年同期", "去年同期", "上一年", "一年", "现在", "目前", "去年底", "年底", "上", "年初", "每", "每月", "每年", "每人", "原来", "原", "上月", "往年", "以前", "过去",
    "预算", "年前", "前", "常年",
];

/// Those of whom each has as much: 户均.
pub(super) const EACH: &[&str] = &["户", "人", "村", "亩", "企", "校"];

/// Who has what is counted behind them: 11个单位往来款项9436万元.
pub(super) const HOLDERS: &[&str] = &[
    "单位", "部门", "企业", "公司", "县", "市", "区", "乡", "镇", "街道", "村", "社区", "学校", "医院", "机构", "中心", "厂", "户", "局", "项目",
];

/// What they have: the words end with one of these.
pub(super) const AMOUNTS: &[&str] = &[
    "率", "款", "款项", "额", "金", "费", "值", "收入", "支出", "利润", "资产", "税", "投资", "投入", "贷款", "债务",
];

/// Words with an 等 that ends no list.
pub(super) const DEGREES: &[&str] = &[
    "中等职业", "中等教育", "中等专业", "中等学校", "中等城市", "中等收入", "高等教育", "高等院校", "高等学校", "高等职业", "高等级", "初等教育", "平等", "同等", "均等", "优等", "对等",
];

/// Before an 等 of a list, though one of those words seems to begin there.
pub(super) const SCHOOLS: [&str; 3] = ["初中", "高中", "提高"];

/// Totals of what the word before them says, and no links behind it: 收入总计.
pub(super) const SUMMED: &[&str] = &["收入", "支出", "资产", "负债", "权益", "支", "收支"];

/// What an account of money is kept as.
pub(super) const ACCOUNTS: &[&str] = &["决算", "预算", "决算数", "预算数", "执行数"];

/// Verbs that end like a word of change, as the dictionary cuts them: 审|减.
pub(super) const CUT_MOVES: &[(&str, &str)] = &[("审", "减"), ("核", "减"), ("核", "增"), ("调", "减"), ("调", "增"), ("追", "减")];

/// Nouns that say too little behind 的: 行政审批方面的|信息.
pub(super) const VAGUE: &[&str] = &["信息", "工作", "情况", "内容", "人员", "项目", "申请", "事项", "问题", "活动"];

/// Predicates that stand between a noun and its figure and say no more than 达到: 地区生产总值完成235亿元.
pub(super) const REACHING: &[&str] = &[
    "完成", "安排", "实现", "控制", "预计", "力争", "稳定",
];

/// 增速高于全国3个百分点: what stands before these is compared.
pub(super) static EXCEEDING: Phrases = Phrases::new(&[
    "高于", "低于", "快于", "慢于", "优于", "好于", "高出",
]);

/// What is disclosed, in the names of disclosure: 政府信息公开.
pub(super) const DISCLOSED: &[&str] = &[
    "信息", "政务", "事务", "村务", "厂务", "院务", "校务", "居务", "申请",
];

/// Words that name the year before as the base of a change.
pub(super) static YEAR_BASES: Phrases = Phrases::new(&[
    "同比", "比上年", "较上年", "与上年", "同上年", "比去年", "较去年", "与去年", "同去年", "于上年", "于去年", "比前一年", "较前一年", "比上一年", "较上一年", "与上一年", "比同期", "较同期",
]);

/// Words that name the month or quarter before.
pub(super) static PERIOD_BASES: Phrases = Phrases::new(&[
    "环比", "比上月", "较上月", "比上个月", "较上个月", "比上季", "较上季", "比上一季", "较上一季", "比上期", "较上期", "比上学年", "较上学年", "与上学年", "比上学期", "较上学期", "与上月", "与上季", "与上一季",
]);

/// Words of change that say by themselves that a thing grew.
pub(super) static UP: Phrases = Phrases::new(&[
    "增长", "增加", "增多", "上升", "提高", "提升", "上涨", "扩大", "净增", "增产", "增收", "增", "递增", "攀升", "翻", "升", "涨", "延长", "多收", "上浮", "上调", "增支", "扩增",
]);

/// Words of change that say by themselves that a thing shrank.
pub(super) static DOWN: Phrases = Phrases::new(&[
    "下降", "减少", "降低", "回落", "缩短", "压缩", "压减", "缩小", "减产", "减收", "削减", "下跌", "递减", "精简", "下滑", "缩减", "收窄", "降", "减", "跌", "下调", "下浮", "节约", "净减", "减支",
]);

/// Words that are of change only beside what they compare with.
pub(super) static MORE: Phrases = Phrases::new(&[
    "多", "高", "快", "高出", "高于", "多出",
]);

pub(super) static LESS: Phrases = Phrases::new(&[
    "少", "低", "慢", "低于", "少出",
]);

/// What may stand before a word of change without being its subject.
pub(super) const BEFORE_MOVES: &[&str] = &[
    "", "又", "再", "共", "分别", "也", "则", "仍", "即", "相比", "却",
];

/// All words of change.
pub(super) static MOVES: [&Phrases; 4] = [&UP, &DOWN, &MORE, &LESS];

/// Nouns of change: what stands behind them is one, with a 为 or without.
pub(super) static GROWTH: Phrases = Phrases::new(&[
    "增幅", "涨幅", "增速", "升幅", "增长幅度", "增长速度", "上升幅度",
]);

pub(super) static SHRINKING: Phrases = Phrases::new(&[
    "降幅", "跌幅", "减幅", "下降幅度",
]);

/// Nouns of change that do not say which way.
pub(super) static SWINGS: Phrases = Phrases::new(&[
    "变动幅度", "变化幅度",
]);

/// Behind a word of change: what follows is the new level, not the change.
pub(super) const LEVELS: &[&str] = &[
    "到", "至", "为", "成",
];

/// Between a word of change and its number.
pub(super) const REACHED: &[&str] = &[
    "控制在", "保持在", "稳定在", "达到", "高达", "达", "了", "约", "将近", "近", "超过", "超", "：", "“", "近乎",
];

/// What opens a list of parts, whether they add up or not.
pub(super) static NAMING: Phrases = Phrases::new(&[
    "其中", "包括", "包含", "含",
]);

/// Before 含 and 包括: they name no part.
pub(super) const OPENING: &[char] = &[
    '不', '饱', '内', '蕴', '隐', '未',
];

/// What opens a list of parts where it adds up.
pub(super) static LISTING: Phrases = Phrases::new(&[
    "分为", "分别为", "分别是", "分别", "具体为", "具体是", "即", "：", ":", "——", "中，", "按", "分布在", "主要为", "主要是", "其余", "看，", "案件中", "申请中", "答复中", "信息中", "人员中", "件中",
]);

/// Before 中，: things that are counted, of which some are told. 审理中 and 建设中 are none.
pub(super) const AMONG_THINGS: &[&str] = &[
    "点位", "断面", "件", "申请", "答复", "答复书", "案件", "信息", "单位", "部门", "人员", "人", "项目", "企业", "机构", "村", "结果", "实事", "提案", "建议", "事项", "乡镇", "县区", "区县", "干部", "党员",
    "文件", "稿件", "问题", "群众", "学生", "教师", "行业", "指标", "任务", "产品", "城市", "景区", "平台", "账号", "咨询", "投诉", "复议", "诉讼", "留言", "来信", "线索", "农户", "贫困户",
];

/// Behind 中, the characters with which it is one word.
pub(super) const WITH_MIDDLE: [char; 49] = [
    '间', '心', '央', '国', '小', '型', '高', '层', '共', '标', '等', '学', '期', '旬', '级', '医', '部', '华', '西', '东', '药', '年', '长', '介', '外', '省', '毒', '止', '队', '职', '草', '试',
    '考', '暑', '签', '断', '游', '文', '英', '秋', '风', '餐', '晚', '亚', '欧', '美', '日', '非', '韩',
];

/// What stands beside a total.
pub(super) static APART: Phrases = Phrases::new(&[
    "另有", "另外", "此外", "还有", "，另", "；另", "。另", "、另", "另收", "另接", "除此", "不含", "不包括", "不计", "同时",
]);

/// Before a rate or a limit, which is neither a total nor a part.
pub(super) static PER: Phrases = Phrases::new(&[
    "每", "人均", "户均", "平均", "日均", "月均", "年均", "最高", "最低", "单笔", "单篇", "单条", "上限", "不超过",
]);

/// Before a total of what stands before it.
pub(super) static SUMMING: Phrases = Phrases::new(&[
    "共计", "合计", "小计", "总计", "总共", "共", "累计", "总数", "总量", "总件数",
]);

/// In the labels of parts: what came of them, and the rest.
pub(super) const RESULTS: &[&str] = &[
    "阶段性", "维持", "纠正", "撤销", "驳回", "予以公开", "同意公开", "部分公开", "不予", "无法提供", "其他", "其它", "转下年", "结转", "信息不存在", "已办结", "正在", "在办", "整改完成", "整改", "持续推进", "已解决", "已完成", "待", "未", "同意", "属实", "不实", "查实", "采纳", "纠错",
];

/// In the labels of parts: by which way, by whom, of which level.
pub(super) const PART_HEADS: &[&str] = &[
    "网络", "网上", "网站", "信函", "当面", "现场", "传真", "邮件", "电话", "微博", "微信", "公报", "自然人", "法人", "个人", "企业", "男", "女", "专职", "兼职", "线上", "线下",
    "城镇", "农村", "市级", "县级", "区级", "镇级", "乡级", "村级", "省级", "县直", "市直", "类",
];

/// In brackets behind a figure: what it is measured against.
pub(super) const AIMED: &[&str] = &[
    "任务", "计划", "目标", "指标", "同期",
];

/// Words that deny.
pub(super) const DENYING: &[&str] = &[
    "未", "没有", "无", "零", "不存在",
];

/// Between a negation and its verb.
pub(super) const EVENT_ADVERBS: &[&str] = &[
    "曾", "再", "另", "额外", "实际", "直接",
];

/// Verbs of receiving, handling, happening and charging.
pub(super) const EVENTS: &[&str] = &[
    "发现", "制发", "出台", "印发", "召开", "举办", "接收到", "接报", "收到", "接到", "接收", "受理", "发生", "出现", "产生", "引发", "引起", "造成", "收取", "收费", "有",
];

/// Verbs of making, and what is made that reports count.
pub(super) const MAKING: &[&str] = &["制定", "新制定", "新制发", "发布", "废止", "实施", "作出", "购置", "新购置"];
pub(super) const MADE: &[&str] = &["规范性文件", "行政规范性文件", "规章", "政府规章", "行政强制", "行政处罚", "行政许可", "公务用车", "车辆"];

/// Verbs behind 被.
pub(super) const PASSIVE: &[&str] = &[
    "提起", "申请", "提出", "投诉", "举报", "起诉", "追究", "通报", "约谈",
];

/// Words that begin with a negation and deny nothing that is counted.
pub(super) static NO_DENIALS: Phrases = Phrases::new(&[
    "未有效", "未有机", "无效", "无污染", "零污染", "无理", "无证", "无人机", "无法", "无序", "无关", "无故", "无主", "无牌", "无照", "未有关", "无害", "无纸", "无接触", "无公害", "无房", "无固定", "无缝", "无锡", "无为", "零跑", "零距离", "零见面", "无正当", "无党", "无产", "零售", "零星", "零散", "零工", "零下", "无名", "无责备", "无罪", "无偿", "无论", "无线", "无条件", "无障碍",
]);

/// Words that begin with one of those and deny after all.
pub(super) const DENIALS_AFTER_ALL: &[&str] = &["无法人"];

/// Words with a negation inside that deny nothing: what stands before it, and the negation.
pub(super) const NO_EVENTS: &[(char, &str)] = &[
    ('有', "无"), ('有', "没有"), ('毫', "无"), ('从', "无"), ('所', "未有"), ('息', "不存在"),
];

/// What happens without being counted: 没有发生变化, 没有收到效果.
pub(super) const NO_THINGS: &[&str] = &[
    "重视", "关注", "注意", "变化", "效果", "成效", "实效", "作用", "影响", "合力", "波动", "反弹", "转变", "改变", "预期", "回升", "下降", "后果",
    "增减", "变动", "差异", "差别", "区别", "异常", "死角", "盲区", "例外", "保留", "关系", "关联", "意义", "必要", "条件", "能力", "压力", "依据", "进展", "起色", "建树", "把握", "反复", "贡献",
];

/// With these begin words of quality or manner behind 无, and no things: 无一例外, 无人问津, 无需.
pub(super) const NO_THING_OPENS: &[char] = &['一', '人', '力', '需', '须', '所', '从', '不', '时', '可', '暇', '愧', '私', '明'];

/// When a report speaks of its own time, and of itself, before 无: whatever is denied then is a thing.
pub(super) const OWN_TIMES: &[&str] = &[
    "本年度", "本年", "全年", "年内", "当年", "今年", "上年", "年度", "年", "期间", "以来", "年底", "年末", "目前",
];
pub(super) const OWN_BODIES: &[char] = &['我', '本', '该', '全'];

/// Before a negation in its clause: the sentence denies nothing.
pub(super) const AIMS: &[&str] = &[
    "并非", "不是", "打破", "改写",
    "确保", "力争", "防止", "避免", "杜绝", "努力", "争取", "力求", "严防", "保证", "必须", "应当", "应该", "不得", "如", "若", "凡", "一旦", "是否", "意味", "反映", "哪些", "明年",
    "下一步", "要", "将", "逾期", "谋求", "防范", "倘", "需", "目标", "只要", "即使", "因为", "由于", "对于", "部分", "个别", "少数", "有的", "有些", "一些", "某些",
];

/// Words that hold one of those by their characters alone: 重要节点实现零上访.
pub(super) const NO_AIMS: &[&str] = &[
    "重要", "主要", "要素", "要点", "要闻", "需求", "如期", "如实", "如下",
];

/// What reports count and deny. A phrase that ends in one of these names such a thing.
pub(super) static DENIED: Words = Words::new(&[
    "申请", "申请件", "申请公开", "处理", "积压件", "办件", "空白栏目", "退回件", "超时件", "不良信息", "涉密信息", "复议案", "诉讼案", "申诉案", "事项", "复议", "诉讼", "应诉", "应诉通知", "通知书", "申诉", "案件", "信访", "信访件", "信件", "来信", "来访", "上访", "投诉", "举报", "投诉举报", "咨询", "意见", "异议", "纠纷",
    "争议", "舆情", "事件", "事故", "故障", "失误", "差错", "错误", "遗漏", "逾期", "逾期件", "延期办结", "超期办结", "逾期办结", "超时", "超期", "延误", "违规", "违纪", "违法", "情况", "情形", "现象", "行为", "问题", "事宜",
    "费用", "费", "收费", "结转", "伤亡", "死亡", "疫情", "感染", "专门机构", "专职人员", "火灾", "灾害", "险情", "病例", "败诉", "纠错", "退件", "差评", "泄密", "失泄密", "追究", "处罚", "行政许可", "行政强制", "答复", "减免", "支出", "积压",
    "欠薪", "拖欠", "案例", "办理", "通报", "约谈", "起诉", "结转件", "投诉件", "举报件", "建议", "提案", "评议", "上诉", "申请表", "申请书", "纠纷案", "败诉案", "审查", "争端", "隐患", "返贫", "返贫户", "致贫", "债务", "欠费", "纰漏", "脱岗", "缺岗", "漏岗", "脱管", "漏管", "同意公开", "予以公开", "部分公开", "不予公开", "结余", "赤字", "网站", "外商投资企业", "规章", "规范性文件", "收入", "接待", "项目", "断面", "水体", "大班额", "班额", "传染病", "传染病报告", "病例报告", "疫情报告", "漏报", "瞒报", "迟报", "错报", "误报", "污染", "超标",
    "质疑", "学生", "儿童", "资金", "机构", "公开的信息", "决定", "行政赔偿", "错链", "断链", "死链", "错别字", "逾期不补正", "辍学", "失学", "不合格卷", "不合格", "退卷",
]);

/// What is done with things and counted as one is: 无公务用车购置.
pub(super) const DOINGS: &[&str] = &["购置", "出台", "支出", "接待", "变更", "列支"];

/// Ways of asking: each of them is a thing of its own before 申请 in a list.
pub(super) const ASKED_BY: &[&str] = &["信函", "传真", "网络", "网上", "当面", "现场", "邮寄", "电子邮件", "互联网"];

/// What all that is produced is called, and what it is made of.
pub(super) const PRODUCT: &str = "生产总值";
pub(super) const SECTORS: &[&str] = &["第一产业", "第二产业", "第三产业"];

/// What is kept where nothing of a sort happened: 保持零败诉的记录.
pub(super) const RECORDS: &[&str] = &["记录", "纪录", "成绩", "良好成绩", "好成绩", "佳绩", "局面", "良好局面"];

/// Things that say too little without the words before them.
pub(super) const GENERIC: &[&str] = &[
    "案件", "情况", "事项", "事宜", "申请", "现象", "问题", "行为", "情形", "事件", "办理",
];

/// Who sends, asks or is dealt with: in a list of what is denied it is no thing.
pub(super) const GIVERS: &[&str] = &[
    "公民", "法人", "组织", "群众", "公众", "申请人", "个人", "单位", "部门", "乡镇", "窗口", "家庭", "人员", "企业", "社区", "同志", "干部", "市民", "村民",
];

/// Before what is denied, inside its phrase.
pub(super) const MODIFYING: &[&str] = &[
    "有关", "关于", "涉及", "任何", "相关", "因", "过", "与", "对", "其它", "新增", "新发",
];

/// Before what is denied: 未发生一起.
pub(super) const SINGLE: &[&str] = &[
    "过", "任何", "一例", "一起", "一件", "一次", "一宗", "一个", "一笔", "一人", "一户", "一项", "一家", "到",
];

/// Between a thing and its negation.
pub(super) const BEFORE_NEGATION: &[&str] = &[
    "均", "都", "也", "全年", "全部", "尚", "暂", "本年度", "今年", "年内", "一直", "从", "还", "并", "则", "亦", "为", "：", ":", "，", ",", "数",
];

/// What a denial of is an amount of money.
pub(super) const CHARGES: &[&str] = &[
    "费", "费用", "收费",
];

/// Around 占, left and right: no share.
pub(super) const NO_SHARES: &[(&str, &str)] = &[
    ("", "地面"), ("抢", ""), ("侵", ""), ("", "用"), ("", "有"), ("", "据"), ("", "领"), ("强", ""), ("挤", ""), ("霸", ""),
];

/// Behind 占: a share, though what stands there begins like one of those.
pub(super) const SHARES_AFTER_ALL: &[&str] = &["有效", "有关", "用地", "用水", "用电", "用工", "用能"];

/// Between 占 and the words of the whole.
pub(super) const BEFORE_WHOLE: &[&str] = &[
    "到", "了", "比", " ", "约", "据",
];

/// Between the words of the whole and the share.
pub(super) const WHOLE_ENDS: &[&str] = &[
    "达到", "高达", "达", "为", "约", "将近", "近", "的", "比重", "比例", "份额", "比", "是", "超过", "仅", "：", " ", "由", "从", "至", "到", "提高", "上升", "提升",
    "中", "中所占", "占", "已", "下降", "降低", "降",
];

/// Behind 在 and the words of a whole: a share of it.
pub(super) static PROPORTIONS: Phrases = Phrases::new(&["中的比重", "中的比例", "中的份额", "中的占比", "中所占"]);

/// In the words of a whole: that it is one.
pub(super) const TOTALLING: &[&str] = &[
    "总人数", "人数", "起数", "总数", "总量", "总额", "总件数", "件数", "数量", "的", "发生", "总和", "总计", "总", "全部", "全县", "全市", "全区", "全省", "数", "量", "全年", "当年", "历年", "所有", "收到的", "受理的", "收到", "受理",
];

/// What is left of a total when another figure is taken from it: no part of it.
pub(super) const BALANCES: &[&str] = &[
    "结余", "节余", "盈余", "顺差", "差额", "赤字", "节约资金", "节支", "节约",
];

/// Sorts that have nothing of each other.
pub(super) const CONTRASTS: &[(&str, &str)] = &[("专职", "兼职"), ("线上", "线下"), ("城镇", "农村"), ("自然人", "法人"), ("当面", "网络")];

/// What persons are denied to have done: 没有公民申请.
pub(super) const ASKING: &[&str] = &[
    "申请", "投诉", "举报", "咨询", "复议", "诉讼", "申诉",
];

/// Behind what is denied: that it happens.
pub(super) const OCCURRENCES: &[&str] = &[
    "的收取", "的发生", "的产生", "的出现", "发生", "出现", "产生",
];

/// Verbs of [`NO_NOUNS`] that say alone what persons or things behind a figure do: 320人次参加.
pub(super) const DOING: &[&str] = &["参加", "通过", "成为", "得到", "收到"];

/// Behind a figure, before by which way something was done.
pub(super) const WAYS: &[&str] = &["同时通过", "通过", "采用", "采取"];

/// Behind a figure, before what was done: by then, or by which rule.
pub(super) const DONE_ALREADY: &[&str] = &["均已", "都已", "已经", "现已", "已", "按规定", "按要求", "按程序", "按计划"];

/// Behind a figure, before what is still done.
pub(super) const STILL: &[&str] = &["尚在", "仍在", "正在"];

/// They say nothing of what is done within a limit.
pub(super) const LIGHT_ACTS: &[&str] = &["作出", "进行", "予以"];

/// Before things of which a share is asked: 须经三分之二以上业主同意.
pub(super) const CONSENTING: &[&str] = &["须经", "需经", "应经", "应当经", "必须经"];

/// A sum of what the clause before names.
pub(super) const SUMMED_UP: &[&str] = &["共", "共计", "计", "合计", "总计"];

/// What opens a clause that says what the rest is.
pub(super) const REMAINING: &[&str] = &["其余", "其他", "余下", "剩余"];

/// Behind a number: so many sorts.
pub(super) const SORTS: &[&str] = &["大类", "大项", "大方面", "大领域", "大板块", "大类别"];

/// Which value of many, behind of what each is one: 单日|最高.
pub(super) const EXTREMES: &[&str] = &["最高", "最多", "最低", "最大", "最少"];
pub(super) const EACH_ONE: &[&str] = &["单日", "单月", "单篇", "单次", "单场", "单条", "单件", "单期", "单户", "单周"];

/// Places that are no label by themselves.
pub(super) const SCOPES: &[&str] = &[
    "人均", "户均", "村均", "年均", "月均", "可比", "按可比价格计算", "县", "市", "区", "镇", "乡", "省", "局", "旗", "街道", "年", "月", "日", "委", "厅", "中", "方面",
];

/// Those of them that one counts.
pub(super) const SETTLEMENTS: &[&str] = &["县", "市", "区", "镇", "乡", "街道", "旗"];

/// Words that open a clause of cause or time, which names no subject for the next one.
pub(super) const CAUSES: &[&str] = &[
    "由于", "因为", "随着", "经过", "通过", "为了", "同比", "环比", "与上", "比上", "较上",
];

/// Before a phrase of manner or cause that parts a subject from its predicate.
pub(super) const MANNERS: &[&str] = &[
    "通过", "利用", "依托", "因", "借助", "按照", "根据", "围绕", "针对", "向",
];

/// Words of change that are done to things, and name a part of what is counted: 取消9项、下放31项、调整12项.
pub(super) const DONE_TO: &[&str] = &[
    "调整", "精简", "整合", "恢复", "压减", "细化", "上调", "下调",
];

/// What is done with things, or becomes of their number, as a clause of its own.
pub(super) const DONE_WITH: &[&str] = &[
    "压减", "净增", "净减", "新增", "取消", "核减", "缩减", "精简", "撤销", "注销", "关闭", "退出",
];

/// Words of change before what changes: 压减支出30%.
pub(super) const CUTTING: &[&str] = &[
    "压减", "压缩", "削减", "缩减", "精简", "减少",
];

/// Words of time in the lead of the first of two levels: 由去年的32个增加到41个.
pub(super) static PAST_TIMES: Phrases = Phrases::new(&[
    "去年", "上年", "前年", "今年", "上半年", "季度",
]);

/// Nouns that say too little without what they are of.
pub(super) const RELATIONS: &[&str] = &[
    "比率", "比重", "比例", "总额", "总数", "总量", "数量", "水平", "面积", "份额", "比值", "差距",
];

/// Times that a change is compared with and that name no year: 比年初, 较改版前, 比三季度.
pub(super) static UNNAMED: Phrases = Phrases::new(&[
    "年初", "年末", "年底", "前", "初", "常年", "往年", "季度", "月", "五”", "五\"", "五」", "五时期", "时期", "期末", "期初", "同期", "历史",
]);

/// What becomes of things, behind the noun that names them: 12家单位|入选, 18个部门主要负责人|走进演播室.
pub(super) static BECOMING: Words = Words::new(&[
    "开诊",
    "走进", "走上", "参加", "参与", "入选", "入围", "获", "获得", "获批", "获评", "荣获", "进入", "纳入", "投产", "建成", "开工", "落户", "投用", "复制", "推广", "受到", "得到", "投入",
    "上线", "成为", "享受", "挂牌", "竣工", "签约", "并网", "通车", "开展", "实施", "开设", "编制", "实现", "完成", "报名", "登记", "就业", "脱贫", "受益", "入驻", "进驻", "升级", "转型",
]);

/// What becomes of a counted thing, in words that are never the name of one.
pub(super) static ENTERING: Words = Words::new(&[
    "列支", "依托", "存在", "少计", "多计", "未办理", "超预算", "超标准", "超范围", "列入", "跻身", "亮相", "做客", "入选", "入围", "荣获", "获评", "获批", "落户", "位列", "登陆", "迈入", "跨入", "晋升", "晋级",
]);

/// Before the one word that ends the clause of a counted thing, no part of its name: 重点项目全面|竣工.
pub(super) const FULLY: &[&str] = &[
    "全面", "基本", "整体", "集中", "如期", "按期", "顺利", "成功", "有序", "直接", "全部", "全程", "正式", "圆满", "加快", "稳定", "率先", "稳步", "违规", "重复", "擅自",
];

/// Before an amount of money: what follows is what it is spent on.
pub(super) const SPENDING: &[&str] = &[
    "投资", "投入", "出资", "斥资", "筹资", "投入资金",
];

/// Words of change in the name of a thing, where one of these stands behind them: 发展区, 提升工程.
pub(super) static NAMED_BY_CHANGE: Words = Words::new(&[
    "区", "项目", "工程", "行动", "计划", "规划", "方案", "基金", "资金", "试点", "基地", "中心", "平台", "论坛", "大会", "会议", "举措", "措施", "指标", "模式", "协会", "集团", "公司", "机构", "战略", "理念", "目标", "示范", "示范区", "园区", "园", "带", "报告", "指数", "集聚区", "新区", "改革",
]);

/// What a percentage is one of in 完成全年计划的103%.
pub(super) const PLANS: &[&str] = &[
    "计划", "预算", "任务", "目标", "指标",
];

/// Of a plan that is named by its time or by who made it.
pub(super) const PLAN_TIMES: &[&str] = &[
    "全年", "年度", "年初", "年", "本年", "当年", "预算", "计划", "任务", "目标", "指标", "省", "市", "县", "州", "上级", "既定", "考核",
];

/// Between a part and the words of its whole, before a percentage: 农户达到全体农户的60%.
pub(super) static REACHING_OF: Phrases = Phrases::new(&[
    "已经达到", "达到", "增加到", "上升到", "提高到", "下降到", "减少到", "相当于", "等于",
]);

/// Before a plan of which a percentage is told.
pub(super) static FULFILLED: Phrases = Phrases::new(&[
    "超额完成", "完成", "超过", "超出", "超", "高于", "低于", "占", "相当于", "达到", "达", "为", "是",
]);

/// What stands behind 没有 and is done, not had: 没有广泛征求意见.
pub(super) const DONE: &[&str] = &[
    "广泛", "充分", "认真", "严格", "及时", "按", "从", "做到", "明确", "征求", "解决", "真正", "完全", "有效", "切实", "形成", "建立", "落实", "主动", "积极", "全面", "深入",
    "很好", "完成", "达到", "实现", "得到", "纳入", "把", "将", "对", "在", "为", "以", "根据", "经过", "统一", "完善", "健全", "足够",
];

/// In a phrase behind a negation: it goes on as a sentence.
pub(super) const GOING_ON: &[&str] = &[
    "可以", "可向", "应当", "视为", "必须", "不得", "可依法",
];

/// Between the items of a list.
pub(super) const SEPARATORS: &[&str] = &[
    "、", "以及", "和", "与", "及",
];

/// At the end of a list of names, what is measured of all of them.
pub(super) const SHARED_NOUNS: &[&str] = &[
    "余额", "增加值", "产量", "面积", "占比", "比重", "比例", "人数", "覆盖率", "进出口", "出口", "进口",
];

/// By which prices is counted.
pub(super) const PRICED: &[&str] = &["按当年价", "按现价", "按可比价", "按不变价", "按同口径"];

/// Between the names of a list and its figures.
pub(super) static ONE_BY_ONE: Phrases = Phrases::new(&[
    "分别", "依次",
]);

/// Before a value that is none of what changed: 上年为20件, 新增3件.
pub(super) static EARLIER: Phrases = Phrases::new(&[
    "同期", "新增", "上年为", "去年为", "上年是", "去年是", "上年仅", "去年仅",
]);
