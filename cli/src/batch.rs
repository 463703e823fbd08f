//! Many inputs on all cores, in their order.
//!
//! One thread finds the inputs, all cores read them and what is in them, and what comes of them is taken in order, while the
//! next ones are read. No more of them are in the memory than are in work.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use nianbao::{Extractor, Report};
use rayon::prelude::*;

use crate::input::{Document, Inputs, Problem, Source, Work};

/// So many inputs are found ahead of those in work.
const AHEAD: usize = 64;
/// So many are in work at once.
const AT_ONCE: usize = 256;
/// No more bytes than that are in work, and no more are found ahead; but one input may be larger.
const MOST_BYTES: u64 = 16 << 20;

/// What came of an input.
pub(crate) struct Done<R> {
    pub(crate) name: String,
    /// Which of the sources it stands in: many can stand in one archive.
    pub(crate) source: usize,
    pub(crate) came: Result<R, Problem>,
}

/// An input that was found, or why there is none.
struct Found {
    source: usize,
    bytes: u64,
    work: Result<Work, Problem>,
}

/// How many bytes wait between the thread that finds and those that work; none when nobody works any more.
struct Waiting {
    bytes: Mutex<Option<u64>>,
    changed: Condvar,
}

impl Waiting {
    /// Waits for room, and takes it; false where there will be none.
    fn add(&self, bytes: u64) -> bool {
        let full = |waiting: &mut Option<u64>| waiting.is_some_and(|waiting| waiting > MOST_BYTES);
        let waiting = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = self.changed.wait_while(waiting, full).unwrap_or_else(PoisonError::into_inner);
        *waiting = waiting.map(|waiting| waiting + bytes);
        waiting.is_some()
    }

    fn take(&self, bytes: u64) {
        self.set(|waiting| waiting.map(|waiting| waiting - bytes));
    }

    fn close(&self) {
        self.set(|_| None);
    }

    fn set(&self, to: impl FnOnce(Option<u64>) -> Option<u64>) {
        let mut waiting = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting = to(*waiting);
        self.changed.notify_all();
    }
}

/// Hands what `work` makes of every input to `take`, in their order, but for the first `skip`.
pub(crate) fn run<R: Send>(
    inputs: &Inputs,
    sources: Vec<Result<Source, Problem>>,
    skip: usize,
    work: impl Fn(&Document, &Report<'_>) -> R + Sync,
    mut take: impl FnMut(Done<R>) -> io::Result<()>,
) -> io::Result<()> {
    let extractor = match inputs.year {
        Some(year) => Extractor::new().year(year),
        None => Extractor::new(),
    };
    let done = |found: Found| {
        let name = found.work.as_ref().map_or_else(Problem::name, Work::name).to_owned();
        let came =
            found.work.and_then(|found| guarded(&name, || Ok(work_on(found.document(inputs)?, &extractor, &work))));
        Done { name, source: found.source, came }
    };
    let (sender, receiver) = sync_channel::<Found>(AHEAD);
    let waiting = &Waiting { bytes: Mutex::new(Some(0)), changed: Condvar::new() };
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut number = 0;
            // Whoever takes has stopped where nobody receives.
            let _ = inputs.each(sources, &mut |source, work| {
                number += 1;
                if number <= skip {
                    return Ok(());
                }
                let bytes = work.as_ref().map_or(0, Work::bytes);
                let sent = waiting.add(bytes) && sender.send(Found { source, bytes, work }).is_ok();
                if sent { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
            });
        });
        let mut ready: Vec<Done<R>> = Vec::new();
        loop {
            let found = gather(&receiver, waiting);
            let last = found.is_empty();
            let mut next = Vec::new();
            let taken = rayon::in_place_scope(|scope| {
                scope.spawn(|_| next = found.into_par_iter().map(&done).collect());
                ready.drain(..).try_for_each(&mut take)
            });
            ready = next;
            if last || taken.is_err() {
                // Else the finding thread would wait for ever.
                waiting.close();
                drop(receiver);
                return taken;
            }
        }
    })
}

fn work_on<R>(document: Document, extractor: &Extractor, work: impl Fn(&Document, &Report<'_>) -> R) -> R {
    let report = extractor.extract_with_tables(&document.text, &document.tables);
    work(&document, &report)
}

/// An input that breaks what reads it costs only itself.
fn guarded<R>(name: &str, read: impl FnOnce() -> Result<R, Problem>) -> Result<R, Problem> {
    let broken = |_| Err(Problem::new(name, "an error of nianbao itself (please report it)"));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(broken)
}

/// The next inputs to work on at once; none where there are no more.
fn gather(receiver: &Receiver<Found>, waiting: &Waiting) -> Vec<Found> {
    let mut found = Vec::new();
    let mut bytes = 0;
    while found.len() < AT_ONCE && bytes < MOST_BYTES {
        let Ok(next) = receiver.recv() else { break };
        waiting.take(next.bytes);
        bytes += next.bytes;
        found.push(next);
    }
    found
}
