//! Pages of government sites: the report without what is around it.

mod body;
mod text;
mod tree;

use body::Page;
use tree::{Step, Tree};

use super::sheet::{Sheet, is_wide};

/// A page with fewer characters of Chinese than this may be about an error or a login.
const SHORT: usize = 200;

/// A title has no more characters.
const TITLE: usize = 100;

/// Words of the titles of error pages, and how to call such a page.
const ERRORS: &[(&str, &str)] = &[
    ("404", "404"),
    ("not found", "404"),
    ("页面不存在", "404"),
    ("页面未找到", "404"),
    ("找不到页面", "404"),
    ("无法找到", "404"),
    ("页面没有找到", "404"),
    ("不存在或已删除", "404"),
    ("403", "403"),
    ("forbidden", "403"),
    ("访问被拒绝", "403"),
    ("500", "500"),
    ("502", "502"),
    ("bad gateway", "502"),
    ("503", "503"),
    ("service unavailable", "503"),
    ("504", "504"),
    ("server error", "500"),
    ("服务器错误", "500"),
    ("出错", "error"),
    ("错误页", "error"),
    ("访问错误", "error"),
];

/// What in the text of a page says that it is about an error, where its title does not.
const MISSING: &[&str] =
    &["页面不存在", "页面未找到", "找不到页面", "页面没有找到", "Not Found", "您访问的页面", "您要查看的页"];

const LOGINS: &[&str] = &["登录", "登陆", "身份认证", "login", "log in", "sign in"];

/// Words of the titles of reports. Other titles on a page may be of its site.
const REPORTS: &[&str] = &["报告", "年报", "公报", "总结", "情况"];

/// Marks before the date of publication, as the library knows them.
const DATES: &[&str] = &["发布", "公开", "发文", "成文", "印发", "生成", "公布", "发表"];

/// The text of a page and its tables, or why it is no report.
pub(crate) fn read(source: &str) -> Result<Sheet, String> {
    let tree =
        Tree::parse(source).ok_or("broken markup: what is left open makes more elements than the page has bytes")?;
    let page = Page::new(tree);
    let root = page.body();
    let mut body = Sheet::default();
    text::write(&page, root, None, &mut body);
    let heads = Heads::of(&page);
    if let Some(reason) = heads.no_report(&page, &body.text) {
        return Err(reason);
    }
    let above = above(&page, root, &heads, &body.text);
    if above.is_empty() {
        return Ok(body);
    }
    // Written again, for the places of its tables count what is above.
    let mut sheet = Sheet::default();
    above.iter().for_each(|line| sheet.line(line));
    text::write(&page, root, None, &mut sheet);
    Ok(sheet)
}

/// What a page is called.
#[derive(Default)]
struct Heads {
    /// `<title>`, without the name of the site.
    title: String,
    /// The first heading that names a report, else the first `<h1>`.
    heading: String,
    headings: usize,
    /// What the site's editor declares: `<meta name="ArticleTitle">` and `<meta name="PubDate">`.
    declared: String,
    published: String,
    /// Whether a password is asked for.
    password: bool,
}

impl Heads {
    fn of(page: &Page) -> Heads {
        /// Headings that are looked at; where they stand in each other, each has the text of all.
        const HEADINGS: usize = 64;
        let mut heads = Heads::default();
        for step in page.tree.walk(0, |_| true) {
            let Step::Enter(id) = step else { continue };
            match page.tree.name(id) {
                Some("title") if heads.title.is_empty() => heads.title = without_site(&text::line(page, id)).to_owned(),
                Some("meta") => heads.meta(page, id),
                Some("input") => {
                    let kind = page.tree.attribute(id, "type").unwrap_or_default();
                    heads.password |= kind.eq_ignore_ascii_case("password");
                }
                Some(name) if heads.headings < HEADINGS && (text::is_heading(name) || page.is_title(id)) => {
                    heads.headings += 1;
                    heads.heading(name, text::line(page, id));
                }
                _ => {}
            }
        }
        heads
    }

    /// The first `<h1>` speaks of the page, be it what it is; others only where they name a report of a year.
    fn heading(&mut self, name: &str, line: String) {
        let speaks = name == "h1" && self.heading.is_empty() || is_of_a_year(&line) && !is_of_a_year(&self.heading);
        if speaks && line.chars().count() <= TITLE {
            self.heading = line;
        }
    }

    fn meta(&mut self, page: &Page, id: usize) {
        let name = page.tree.attribute(id, "name").unwrap_or_default();
        let content = page.tree.attribute(id, "content").unwrap_or_default().trim();
        if name.eq_ignore_ascii_case("ArticleTitle") {
            self.declared = content.to_owned();
        } else if name.eq_ignore_ascii_case("PubDate") {
            self.published = content.to_owned();
        }
    }

    /// Why a page with so little text is no report. A report may speak of a login or of 404 of something.
    fn no_report(&self, page: &Page, body: &str) -> Option<String> {
        let read = body.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}')).count();
        let said = format!("{}\n{}", self.title, self.heading).to_lowercase();
        if read >= SHORT || said.contains("报告") || self.declared.contains("报告") {
            return None;
        }
        let error = ERRORS.iter().find(|(word, _)| stands_alone(&said, word)).map(|&(_, name)| name);
        let error = error.or_else(|| MISSING.iter().any(|word| body.contains(word)).then_some("404"));
        if let Some(name) = error {
            let name = if name == "error" { String::new() } else { format!(" ({name})") };
            return Some(format!("an error page{name}, no report"));
        }
        // A site may ask for a password above everything that it shows.
        if self.password && read < SHORT / 4 || LOGINS.iter().any(|word| said.contains(word)) {
            return Some("a login page, no report".to_owned());
        }
        if body.trim().is_empty() {
            let scripts = page.tree.walk(0, |_| true).any(|step| {
                let (Step::Enter(id) | Step::Leave(id)) = step;
                page.tree.name(id) == Some("script")
            });
            let by = if scripts { ": a script may have to fetch it" } else { "" };
            return Some(format!("a page without text{by}"));
        }
        None
    }

    /// The title of the report, where one of these is it.
    fn name(&self) -> Option<&str> {
        let is_report = |name: &&&String| REPORTS.iter().any(|word| name.contains(word));
        let report = [&self.declared, &self.heading, &self.title].iter().find(is_report).copied();
        report.or(Some(&self.declared)).map(String::as_str).filter(|name| !name.is_empty())
    }
}

/// Numbers of errors stand by themselves: 1404 and 404件 are none.
fn stands_alone(said: &str, word: &str) -> bool {
    said.match_indices(word).any(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let (before, after) = (said[..at].chars().next_back(), said[at + word.len()..].chars().next());
        let counted = after.is_some_and(|c| is_wide(c) && !"页错未找，。：".contains(c));
        !number || !digit(before) && !digit(after) && !counted
    })
}

/// `2017年政府信息公开年度报告_青柏县人民政府` without the name of the site, if the rest says what the page is.
fn without_site(title: &str) -> &str {
    let first = title.split(['_', '|', '-', '–', '—']).map(str::trim).find(|part| part.contains("报告"));
    first.unwrap_or(title)
}

/// The lines that belong to the report but stand outside its body: its title, and when it was published.
fn above(page: &Page, root: usize, heads: &Heads, body: &str) -> Vec<String> {
    /// How far into a body its own title can stand.
    const HEAD: usize = 400;
    let start: String = body.chars().take(HEAD).collect();
    let mut around = Sheet::default();
    text::write(page, 0, Some(root), &mut around);
    let mut above = Vec::new();
    if let Some(name) = heads.name().filter(|name| !heads_text(&start, name)) {
        // A heading is one line, however the page breaks it.
        let is_heading = name == heads.heading;
        above.push(if is_heading { name } else { shown(name, &around.text) }.to_owned());
    }
    if date(&tight(&start)).is_none() {
        let declared = || Some(format!("发布时间：{}", heads.published)).filter(|line| date(line).is_some());
        above.extend(date(&around.text).or_else(declared));
    }
    above
}

/// Whether a title names a report and a year.
fn is_of_a_year(title: &str) -> bool {
    title.contains("报告") && title.contains(|c: char| c.is_ascii_digit() || "〇○零０２".contains(c))
}

fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a text begins with a title, on a line of its own or on some: a sentence that speaks of the report is none.
fn heads_text(start: &str, title: &str) -> bool {
    let title = tight(title);
    let lines: Vec<String> = start.lines().map(tight).collect();
    (0..lines.len()).any(|first| {
        let mut joined = String::new();
        lines[first..].iter().any(|line| {
            joined.push_str(line);
            joined == title
        })
    })
}

/// The title as the page shows it, where `<title>` says more (the name of the site, that of the column).
fn shown<'t>(title: &'t str, around: &'t str) -> &'t str {
    let whole = tight(title);
    let year = |line: &str| line.contains(|c: char| c.is_ascii_digit());
    let part = |line: &&str| line.contains("报告") && year(line) && whole.contains(&tight(line));
    around.lines().map(str::trim).filter(part).max_by_key(|line| line.len()).unwrap_or(title)
}

/// `发布时间：2018-02-11` out of a text, in one line.
fn date(text: &str) -> Option<String> {
    let marks = text.match_indices(['时', '日']).filter(|&(at, _)| {
        let is_mark = text[at..].starts_with("时间") || text[at..].starts_with("日期");
        is_mark && DATES.iter().any(|word| text[..at].ends_with(word))
    });
    for (at, _) in marks {
        let (from, to) = (at - "发布".len(), at + "时间".len());
        let rest = text[to..].trim_start_matches(|c: char| c.is_whitespace() || "：:[【".contains(c));
        let end = rest.find(|c: char| !(c.is_ascii_digit() || "-年/.月日".contains(c))).unwrap_or(rest.len());
        let numbers = rest[..end].split(['-', '年', '/', '.', '月', '日']).filter(|part| !part.is_empty());
        if numbers.take(3).filter(|part| part.parse::<u16>().is_ok()).count() == 3
            && rest.find(['-', '年', '/', '.']) == Some(4)
        {
            return Some(format!("{}：{}", &text[from..to], &rest[..end]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str) -> String {
        read(&format!("<body>{body}")).unwrap().text
    }

    #[test]
    fn text_as_a_browser_shows_it() {
        assert_eq!(shown("<p>公开<span>12</span><span>34条</span>。<p>收到<br>5件"), "公开1234条。\n收到\n5件\n");
        assert_eq!(shown("<p>  一、&nbsp;概述 \n  <b>公开</b>\n信息 12 条</p>　二"), "一、 概述公开信息 12 条\n　二\n");
        assert_eq!(
            shown("<p>公开\n信息<p style='color:red; display: none'>隐藏<p hidden>隐藏<script>var 一</script>"),
            "公开信息\n"
        );
        assert_eq!(
            shown("<p>公开12<sup>[1]</sup>条，建成30米<sup>2</sup>，第3<sup>*</sup>"),
            "公开12条，建成30米2，第3\n"
        );
        assert_eq!(shown("<pre>一\n二  三</pre>"), "一\n二  三\n");
    }

    #[test]
    fn a_table_of_data_keeps_its_cells() {
        let page = "<p>统计表<table><caption>表一</caption><tfoot><tr><td>合计<td>8</tfoot>\
            <thead><tr><th rowspan=0>内容<th colspan='2'>件<br>数</thead><tr><td>规章<td>3<td>4<tr><td>文件<td>5</table>以上";
        let sheet = read(page).unwrap();
        assert_eq!(sheet.text, "统计表\n表一\n\n内容\t件数\n规章\t3\t4\n文件\t5\n合计\t8\n\n以上\n");
        let table = &sheet.tables[0];
        let cell = |row, column| table.cell(row, column).map(|cell| &sheet.text[cell.span().range()]);
        assert_eq!((table.rows(), table.columns()), (4, 3));
        assert_eq!((cell(0, 2), cell(1, 0), cell(2, 2), cell(3, 1)), (Some("件数"), Some("规章"), None, Some("8")));
    }

    #[test]
    fn a_table_in_a_table_lays_out() {
        let page = "<table><tr><td>导语。<table><tr><td>甲<td>1<tr><td>乙<td>2</table></td><td>边栏</table>";
        let sheet = read(page).unwrap();
        assert_eq!(sheet.text, "导语。\n\n甲\t1\n乙\t2\n\n边栏\n");
        assert_eq!(sheet.tables.len(), 1);
    }

    #[test]
    fn the_report_among_what_is_around_it() {
        let prose = "<p>一、概述。公开信息12条，受理申请3件，办结3件。</p>".repeat(20);
        let page = format!(
            "<title>青柏县2017年政府信息公开年度报告_青柏县人民政府</title><nav>首页</nav><ul><li><a>要闻</a><li><a>公告</a></ul>\
             <h1>青柏县2017年政府信息公开年度报告</h1><div>来源：办公室 <i>发布时间：</i><b>2018-02-11</b> 10:00</div>\
             <div class='TRS_Editor'><div>{prose}</div></div><div>相关链接：省政府</div><footer>版权所有12345</footer>"
        );
        let text = read(&page).unwrap().text;
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..2], ["青柏县2017年政府信息公开年度报告", "发布时间：2018-02-11"]);
        assert_eq!(lines.len(), 22);
        // A title that the body has is not told twice.
        let page = page.replace("'TRS_Editor'><div>", "x><div><p>青柏县<br>2017年政府信息公开年度报告</p>");
        let text = read(&page).unwrap().text;
        assert_eq!(text.matches("年度报告").count(), 1, "{text}");
        assert!(!text.contains("版权所有") && !text.contains("要闻"), "{text}");
    }

    #[test]
    fn the_innermost_that_has_the_report() {
        let prose = "公开信息12条，受理申请3件，办结3件。".repeat(10);
        let page = format!(
            "<table><tr><td><a>首页</a><td><div class=xxgk_content><table><tr><td>索引号<td>1<tr><td>文号<td>2</table>\
             <h2>青柏县2017年<br>年度报告</h2><div id=Zoom>{prose}</div></div></table>今日访问500次"
        );
        assert_eq!(read(&page).unwrap().text, format!("青柏县2017年年度报告\n{prose}\n"));
        // Without a name that is known, what has nearly all of the text.
        let text = read(&page.replace("Zoom", "x").replace("xxgk_content", "y")).unwrap().text;
        assert_eq!(text, format!("青柏县2017年年度报告\n{prose}\n"));
        let text = read(&page.replace("h2", "div class=tit")).unwrap().text;
        assert_eq!(text, format!("青柏县2017年年度报告\n{prose}\n"));
    }

    #[test]
    fn a_form_around_the_whole_page_is_no_form() {
        let text = shown("<form><div>公开信息12条，受理申请3件，办结3件。</div></form>");
        assert_eq!(text, "公开信息12条，受理申请3件，办结3件。\n");
    }

    #[test]
    fn pages_that_are_no_reports() {
        let reason = |page: &str| read(page).err();
        assert_eq!(
            reason("<title>404 Not Found</title><h1>404</h1>").as_deref(),
            Some("an error page (404), no report")
        );
        assert_eq!(reason("<p>对不起，您访问的页面不存在").as_deref(), Some("an error page (404), no report"));
        let login = "<title>用户登录</title><form>用户名<input name=u>密码<input type=password></form>";
        assert_eq!(reason(login).as_deref(), Some("a login page, no report"));
        assert_eq!(
            reason("<script>load()</script>").as_deref(),
            Some("a page without text: a script may have to fetch it")
        );
        assert_eq!(reason("<p>登录网站办理404件，其中500件。"), None);
        assert_eq!(reason("<title>公开404条</title><p>公开404条。"), None);
    }

    #[test]
    fn deep_and_broken_markup_ends_soon() {
        let many = 1 << 20;
        for unit in
            ["<div>", "<b>", "<table><tr><td>", "<a><p>", "<font color=1><p>", "</p>", "<table>一", "<svg><title>"]
        {
            let page = format!("公开12条{}", unit.repeat(many / unit.len()));
            let _ = read(&page);
        }
        let fonts: String = (0..200).map(|i| format!("<font size={i}>")).collect();
        assert!(read(&format!("<p>{fonts}{}", "<p>一".repeat(100_000))).is_err());
    }
}
