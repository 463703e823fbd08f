//! Set phrases and names with numerals inside, which state no figure.

use once_cell::sync::Lazy;

use crate::fact::Reason;
use crate::glyph::{Glyph, glyph};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// The phrases by what they are. A phrase counts only where it holds the whole numeral: 十分 is one in
/// 十分重要 and none in 九十分.
const PHRASES: &[(Reason, &str)] = &[
    (
        Reason::Idiom,
        "十分 统一 一些 一定 一方面 另一方面 进一步 第一时间 万一 百姓 千方百计 一直 一般 一样 一律 一致 一体 一体化 一并 一切 一旦 一再 一贯
        一向 一同 一道 一流 一系列 一次性 一揽子 一把手 一站式 一条龙 一盘棋 一张网 一张图 一件事 一本账 一刀切 一老一小 一村一品
        一事一议 一户一策 一企一策 一人一策 一对一 一网通办 一门式 一窗 一票否决 一心一意 一如既往 一以贯之 一视同仁 一鼓作气
        一举 一时 一度 一共 一齐 一概 一经 一味 一身 一手 一面 一边 一头 一代 一面旗帜 一席之地 一分为二 一成不变 之一 唯一 单一 同一 逐一
        专一 不一 合一 划一 如一 万无一失 第一线 第一手 第一责任人 第一书记 第一要务 第一资源 第一动力 第一要素
        第一生产力 放在第一位 摆在第一位 三农 三公 三公经费 三资 三夏 三秋 三防 三违 三下乡 三支一扶 三定 三同时 三审三校
        三重一大 四项基本原则 两个市场 两种资源 两个大局 两个文明 两个轮子 三类内部事务 四类过程性信息 三安全一稳定 四个现代化 三个世界 四个坚持 五个坚持 三个倡导 五项原则 三个联合公报 三会一课 三严三实 三去一降一补 两学一做 两会 两委 两新 两重 两法衔接 两癌 两免一补 两不愁三保障 两手抓 两手硬
        两个维护 两个确立 两个毫不动摇 两个一百年 四个意识 四个自信 四个全面 四个伟大 四个服务 三个代表 三个面向 三个有利于 五位一体
        四位一体 三位一体 四议两公开 四好农村路 四风 四大班子 四套班子 四大家 五险一金 五保 五保户 六稳 六保 七一 八一 九三学社
        二胎 三胎 二孩 三孩 二维码 二手车 二手房 二手 二氧化碳 二氧化硫 二元 二次元 三维 三角洲 三轮车 四季 四面八方 四通八达 五湖四海
        五颜六色 五花八门 七上八下 八项规定 八荣八耻 九年义务教育 十佳 百强 百佳 百年 百年大计 百货 百科 百日 百花
        百花齐放 百家争鸣 百尺竿头 百折不挠 百业 百倍信心 百分制 百舸争流 千家万户 千山万水 千军万马 千头万绪 千钧一发 千言万语
        千秋 千年 千万不能 千万不可 千帆竞发 万众 万众一心 万象更新 万水千山 万物 万事 万家 万户千家 万家灯火 万马奔腾 万元户 亿万
        十全十美 成千上万 成百上千 千千万万 三心二意 三三两两 三令五申 三番五次 三五成群 接二连三 再三 两岸 两地 两端 两侧 两翼 两边 两旁 两难
        两极 两头在外 两用 两高 两山 双一流 三甲 二甲 三级甲等 三北 一二三产业 一二三产 二三产业 一产 二产 三产 一部分 一大批 一大步
        一条心 一股绳 两张皮 最后一公里 最后一米 最先一公里 第一公里 一公里路 一盏灯 一家亲 一条心走 一张蓝图 一盘散沙 一针见血 一丝不苟 一尘不染 一目了然 一应俱全 一往无前 一枝独秀 一马当先 一锤定音 一蹴而就
        独一无二 数一数二 说一不二 千载难逢 百看不厌 百战百胜 百发百中 百废待兴 百姓家 老百姓 一家人 一点一滴 一砖一瓦 一草一木 一言一行 一举一动
        一分钱 一厘钱 一线工人 双随机、一公开 双随机一公开 三五 八方 三方 四方 三班倒 三包 一卡通 一号文件 二进三 退二进三 三十而立
        两口子 两码事 两回事 两下子 三言两语 三天两头 九牛一毛 九九归一 十有八九 七嘴八舌 乱七八糟 五谷丰登 六畜兴旺 四平八稳 四世同堂
        五彩缤纷 百里挑一 九死一生 八仙过海 二话不说 三顾茅庐 朝三暮四 张三李四 丢三落四 横七竖八 一窍不通 一无所有 一穷二白 两面三刀",
    ),
    (
        Reason::Name,
        "第一产业 第二产业 第三产业 三级审核 三级联动 三级网络 十五大 十六大 十七大 十八大 十九大 二十大 二十一大 一带一路 长三角 珠三角 金三角 闽三角 黑三角 一国两制 三峡 三江源 三江 三亚 三明 三沙 三门峡 三星堆 三国 四川 四平 五指山
        五台山 五峰 五四 五一 六一 六安 六盘水 六合 七夕 七台河 八达岭 八宝山 九江 九寨沟 九龙坡 九龙 九三 十堰 百度 百色 百科全书 千岛湖 千禧
        万宁 万州 万达 万科 万盛 一汽 二汽 二七 二七区 双十一 两江 两江新区 两湖 两广 三台 三水 三原 四会 五常 五大连池 五莲 六枝
        七星关 八公山 八宿 九台 百里杜鹃 百里画廊 千阳 千山 万年县 万载 万安 一大会址 三八红旗手 三八妇女节 五一劳动奖 五四青年 六一儿童节
        九一八 七七事变 一二九 五卅 八国联军 三大纪律 六中全会 五中全会 四中全会 三中全会 二中全会 一中全会 七中全会 四人帮",
    ),
    (
        Reason::Period,
        "一五时期 一五计划 二五时期 六五期间 七五期间 八五期间 九五期间 十五期间 十一五 十二五 十三五 十四五 十五五 十六五",
    ),
];

static TABLE: Lazy<Lexicon<Reason>> = Lazy::new(|| {
    Lexicon::new(PHRASES.iter().flat_map(|&(reason, words)| words.split_whitespace().map(move |w| (w, reason))))
});

/// How many characters of a phrase stand before a numeral in it.
static AHEAD: Lazy<usize> = Lazy::new(|| {
    let words = PHRASES.iter().flat_map(|(_, words)| words.split_whitespace());
    let numeral = |word: &str| word.chars().rev().skip_while(|c| !glyph(*c).is_some_and(Glyph::is_part)).count();
    words.map(|word| numeral(word).saturating_sub(1)).max().unwrap_or(0)
});

/// The phrase around the numeral at `start` within `block`, the first one where there are two.
pub(super) fn around(text: &str, block: Span, start: usize) -> Option<(Span, Reason)> {
    let from = text[block.start..start].char_indices().rev().take(*AHEAD).map(|(i, _)| block.start + i);
    let phrase = |at: usize| {
        if !TABLE.may_begin(&text.as_bytes()[at..block.end]) {
            return None;
        }
        let (word, reason) = TABLE.longest(&text[at..block.end])?;
        (at + word.len() > start).then(|| (Span::new(at, at + word.len()), reason))
    };
    from.filter_map(phrase).last().or_else(|| phrase(start))
}
