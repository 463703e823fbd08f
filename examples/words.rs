//! Prints the words of a text with their tags: `cargo run --example words TEXT …`.
fn main() {
    let segmenter = nianbao::Segmenter::new();
    for text in std::env::args().skip(1) {
        let words = segmenter.words(&text);
        println!("{}", words.iter().map(|w| format!("{}/{}", w.text, w.tag)).collect::<Vec<_>>().join(" "));
    }
}
