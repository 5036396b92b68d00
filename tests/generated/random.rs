//! A small reproducible source of randomness.

/// SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.between(0, of.len() as i64 - 1) as usize]
    }

    pub fn one_in(&mut self, many: i64) -> bool {
        self.between(1, many) == 1
    }

    /// `count` different members of `of`.
    pub fn some<'a, T>(&mut self, of: &'a [T], count: usize) -> Vec<&'a T> {
        let mut places: Vec<usize> = (0..of.len()).collect();
        for at in 0..count.min(of.len()) {
            let other = self.between(at as i64, of.len() as i64 - 1) as usize;
            places.swap(at, other);
        }
        places.iter().take(count).map(|&at| &of[at]).collect()
    }
}
