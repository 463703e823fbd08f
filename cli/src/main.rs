//! x
fn main() {
    for f in std::env::args().skip(2) {
        let t = std::fs::read_to_string(f).unwrap();
        println!("{}", serde_json::to_string(&nianbao::Extractor::new().extract(&t)).unwrap());
    }
}
