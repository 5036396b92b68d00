//! Consistent statements of every kind, with the figures to break.

use crate::figures::in_digits;
use crate::random::Random;
use crate::{repeated, shares, sums};
use hegao::review::ClaimKind;

/// A statement: words with places for figures, and figures that agree.
pub struct Statement {
    pub kind: ClaimKind,
    /// `{0}`, `{1}` … stand for the figures.
    pub template: String,
    pub figures: Vec<String>,
    /// Which figure is broken, and what it is then.
    pub breaks: Vec<(usize, String)>,
}

impl Statement {
    /// A random statement.
    pub fn make(random: &mut Random) -> Self {
        match random.between(0, 16) {
            0..=3 => sums::total(random),
            4 => sums::subset(random),
            5 | 6 => sums::flow(random),
            7 => shares::rate(random),
            8 => shares::share(random),
            9 => shares::growth(random),
            10 => repeated::count(random),
            11 => sums::table(random),
            12 => sums::numerals(random),
            13 => shares::paired(random),
            14 => sums::balance(random),
            15 => sums::carried(random),
            _ => repeated::restated(random),
        }
    }

    pub fn consistent(&self) -> String {
        self.fill(&self.figures)
    }

    /// The same with one figure altered, and that figure in digits.
    pub fn broken(&self, random: &mut Random) -> (String, String) {
        let (at, figure) = random.pick(&self.breaks);
        let mut figures = self.figures.clone();
        figures[*at].clone_from(figure);
        (self.fill(&figures), in_digits(figure))
    }

    fn fill(&self, figures: &[String]) -> String {
        figures
            .iter()
            .enumerate()
            .fold(self.template.clone(), |text, (at, figure)| text.replace(&format!("{{{at}}}"), figure))
    }
}
