//! Work on many things at once, with the answers in the order of the things.
//!
//! One thread fetches the things and hands each to the pool; the answers are taken in order. A thing
//! is fetched only while few answers wait and the things under way weigh little together.
//!
//! *Invariant:* at most [`MOST_WAITING`] things are under way per thread of the pool, and together
//! they weigh at most [`MOST_LOAD`] unless it is a single one: memory does not grow with their number.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How many things may be under way per thread of the pool.
const MOST_WAITING: usize = 8;
/// How many bytes of drafts may be under way.
const MOST_LOAD: u64 = 16 << 20;
/// How often a waiting reader looks whether it should still wait.
const GLANCE: Duration = Duration::from_millis(50);

/// The answers to come.
pub struct Answers<R> {
    queue: Receiver<(u64, Receiver<R>)>,
    load: Arc<Load>,
}

/// Starts `work` on all of `jobs`; `weigh` says how many bytes one of them will need about.
pub fn start<J, R>(
    jobs: impl Iterator<Item = J> + Send + 'static,
    weigh: impl Fn(&J) -> u64 + Send + 'static,
    work: impl Fn(J) -> R + Send + Sync + 'static,
) -> Answers<R>
where
    J: Send + 'static,
    R: Send + 'static,
{
    let room = rayon::current_num_threads() * MOST_WAITING;
    let (queue_end, queue) = sync_channel(room);
    let load = Arc::new(Load::default());
    let producer_load = Arc::clone(&load);
    thread::spawn(move || fetch(jobs, weigh, Arc::new(work), &queue_end, &producer_load));
    Answers { queue, load }
}

fn fetch<J, R>(
    jobs: impl Iterator<Item = J>,
    weigh: impl Fn(&J) -> u64,
    work: Arc<impl Fn(J) -> R + Send + Sync + 'static>,
    queue: &SyncSender<(u64, Receiver<R>)>,
    load: &Load,
) where
    J: Send + 'static,
    R: Send + 'static,
{
    for job in jobs {
        let weight = weigh(&job);
        load.add(weight);
        let (answer_end, answer) = sync_channel(1);
        if queue.send((weight, answer)).is_err() {
            // Nobody waits for answers any more.
            return;
        }
        let work = Arc::clone(&work);
        rayon::spawn(move || {
            let _ = answer_end.send(work(job));
        });
    }
}

impl<R> Answers<R> {
    /// The next answer; none where there are no more or `is_over` says that no more are wanted.
    pub fn next(&mut self, is_over: impl Fn() -> bool) -> Option<R> {
        let (weight, answer) = wait(&self.queue, &is_over)?;
        let answer = wait(&answer, &is_over);
        self.load.remove(weight);
        answer
    }
}

fn wait<T>(receiver: &Receiver<T>, is_over: &impl Fn() -> bool) -> Option<T> {
    while !is_over() {
        match receiver.recv_timeout(GLANCE) {
            Ok(value) => return Some(value),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    None
}

/// How much the things under way weigh.
#[derive(Default)]
struct Load {
    bytes: Mutex<u64>,
    fell: Condvar,
}

impl Load {
    /// Adds `weight` once there is room for it.
    fn add(&self, weight: u64) {
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |bytes: &mut u64| *bytes > 0 && *bytes + weight > MOST_LOAD;
        let mut bytes = self.fell.wait_while(bytes, is_full).unwrap_or_else(PoisonError::into_inner);
        *bytes += weight;
    }

    fn remove(&self, weight: u64) {
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= weight;
        self.fell.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn answers_in_order_however_long_each_takes() {
        let mut answers = start(
            0..200_u64,
            |_| 1,
            |job| {
                thread::sleep(Duration::from_micros((job * 7919) % 900));
                job
            },
        );
        let taken: Vec<u64> = std::iter::from_fn(|| answers.next(|| false)).collect();
        assert_eq!(taken, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn fetches_no_more_than_it_has_room_for() {
        static FETCHED: AtomicUsize = AtomicUsize::new(0);
        let jobs = (0..100_000).inspect(|_| {
            FETCHED.fetch_add(1, Ordering::Relaxed);
        });
        let mut answers = start(jobs, |_| 1, |job| job);
        thread::sleep(Duration::from_millis(100));
        let room = rayon::current_num_threads() * MOST_WAITING;
        assert!(FETCHED.load(Ordering::Relaxed) <= room + 2);
        assert_eq!(answers.next(|| false), Some(0));
    }

    #[test]
    fn lets_only_one_heavy_thing_be_under_way() {
        static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
        let mut answers = start(
            0..6,
            |_| MOST_LOAD,
            |_| {
                let others = UNDER_WAY.fetch_add(1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
                UNDER_WAY.fetch_sub(1, Ordering::SeqCst);
                others
            },
        );
        let others: Vec<usize> = std::iter::from_fn(|| answers.next(|| false)).collect();
        assert_eq!(others, [0; 6]);
    }

    #[test]
    fn ends_when_no_more_are_wanted() {
        let mut answers = start(0..10, |_| 1, |job| job);
        assert_eq!(answers.next(|| true), None);
    }
}
