//! The texts of the benches: the report fixtures, and the real reports of the folder that `NIANBAO_CORPUS` names.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) texts: Vec<String>,
}

impl Set {
    fn read(name: &'static str, folder: &Path) -> Set {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).expect("the folder of texts").filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        let texts: Vec<String> = paths
            .iter()
            .filter(|p| p.extension().is_some_and(|e| e == "txt"))
            .filter_map(|p| fs::read_to_string(p).ok())
            .collect();
        assert!(!texts.is_empty(), "no UTF-8 text in {}", folder.display());
        Set { name, texts }
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.texts.iter().map(|t| t.len() as u64).sum()
    }
}

/// The fixtures first, each text once.
pub(crate) fn sets() -> Vec<Set> {
    // Tests and benches run in the package's folder.
    let mut sets = vec![Set::read("fixtures", Path::new("fixtures/reports"))];
    if let Some(folder) = std::env::var_os("NIANBAO_CORPUS") {
        sets.push(Set::read("corpus", Path::new(&folder)));
    }
    sets
}
