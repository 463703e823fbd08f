//! The words of reports that jieba's dictionary lacks, and cuts where they must not be cut: 公众|号, 转移|支付.

/// As often as the rarer words of jieba's dictionary: enough to stand against two common words, and too little to
/// stand against a longer one.
pub(crate) const FREQUENCY: usize = 100;

/// All of them name things.
pub(crate) const TAG: &str = "n";

#[rustfmt::skip] // A table of words, many a line.
pub(crate) const WORDS: &[&str] = &[
    // Channels.
    "公众号", "微信公众号", "视频号", "抖音号", "头条号", "小程序", "微信小程序", "自助机", "智能客服", "移动端", "报装", "用电报装", "电脑端", "手机端", "办件", "好差评", "依申请公开",
    // Who does the work, and for whom.
    "网格员", "村医", "河长", "湖长", "林长", "路长", "楼长", "河长制", "林长制", "田长制", "脱贫户", "监测户", "边缘户", "易致贫户", "医共体", "医联体", "家庭医生",
    "专精特新企业", "规上工业", "规上企业", "规上工业企业", "规下工业", "限上企业", "小微企业", "特困人员", "特岗教师", "公办园", "普惠园", "再就业", "中小微企业", "在园幼儿", "居村", "村居", "街镇",
    // Money.
    "转移支付", "非税收入", "暂付款", "往来款", "欠缴款", "政府性基金", "一般公共预算", "债券资金", "专项债券", "一般债券", "国有资本经营预算",
    // What is built.
    "公租房", "保租房", "安置房", "保障房", "经适房", "限价房", "老旧小区", "棚改", "竣工面积", "供热管网", "污水管网", "燃气管道", "高标准农田",
    // What is measured and examined.
    "点位", "监测点位", "考核点位", "水文站点", "监测站点", "气象站点", "自评", "次均", "大班额", "超大班额",
    // Accounts.
    "本年收入", "本年支出",
    // Quotients.
    "毛入学率", "负荷率", "结算率", "办结率", "出庭率", "应诉率", "存贷比", "药占比", "参保率", "按期率", "新质生产力",
];
