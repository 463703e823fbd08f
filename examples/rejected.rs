//! Prints what was rejected in a text, and why: `cargo run --example rejected FILE [REASON …]`.
fn main() {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        eprintln!("usage: rejected FILE [REASON …]");
        std::process::exit(2);
    };
    let reasons: Vec<String> = args.collect();
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(1);
        }
    };
    let report = nianbao::Extractor::new().extract(&text);
    for rejected in report.rejected() {
        let reason = rejected.reason.as_str();
        if reasons.is_empty() || reasons.iter().any(|r| r == reason) {
            let before: String = text[..rejected.span.start].chars().rev().take(10).collect();
            let before: String = before.chars().rev().collect();
            let after: String = text[rejected.span.end..].chars().take(8).collect();
            println!("{reason:15} {}", format!("{before}[{}]{after}", report.text(rejected.span)).replace('\n', "⏎"));
        }
    }
}
