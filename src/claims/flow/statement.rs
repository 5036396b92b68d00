//! The statement of a flow whose figures are known.
//!
//! *Invariant:* a flow with a figure between that no word explains is never called broken.

use super::movement::Movement;
use crate::claims::judge::{self, Sum};
use crate::claims::notes;
use crate::claims::statement::Mention;
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use crate::source::ViewSpan;

/// How surely the figures between opening and closing are known to come in or go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Understood {
    /// Cue words tell it of every one.
    Told,
    /// The form of the verb tells it of one: then only what one slip of the pen explains is called wrong.
    Likely,
    /// Nothing tells it of one.
    Partly,
}

const UNTOLD: Text = Text {
    zh: "其间有的数字看不出是增是减，未作判断",
    en: "a figure between them neither adds nor takes away in words; not judged",
};

/// What `movements` make of `opening`, or of nothing, against `closing`.
pub fn statement(
    opening: Option<&Mention<'_>>,
    movements: &[(Movement, &Mention<'_>)],
    closing: &Mention<'_>,
    understood: Understood,
) -> Statement {
    let mut operands: Vec<_> = opening.map(|opening| Operand::of("opening", opening)).into_iter().collect();
    let mut terms: Vec<_> = opening.map(|opening| (1, opening.quantity)).into_iter().collect();
    let mut equation = opening.map_or(String::new(), |opening| figure(opening.quantity));
    // 较年初减少 188 户，其中退出 590 户、新纳入 402 户: where nothing was there before, the first adds and the others take away.
    let is_loss =
        opening.is_none() && movements.first().is_some_and(|(first, _)| *first == Movement::Outflow);
    let (came, went) = if is_loss { (-1, 1) } else { (1, -1) };
    for (movement, mention) in movements {
        let (role, sign) = match movement {
            Movement::Inflow => ("inflow", came),
            Movement::Outflow => ("outflow", went),
            _ => continue,
        };
        operands.push(Operand::of(role, mention));
        terms.push((sign, mention.quantity));
        equation.push_str(match sign {
            1 if equation.is_empty() => "",
            1 => " + ",
            _ => " − ",
        });
        equation.push_str(&figure(mention.quantity));
    }
    operands.push(Operand::of("closing", closing));
    let written = figure(closing.quantity);
    let (status, note, fault) = match judge::adds_up(&terms, closing.quantity) {
        Sum::Meets => {
            let is_even = judge::is_even(&terms, closing.quantity);
            let (sign, note) = if is_even { ("=", None) } else { ("≈", Some(notes::ROUNDED)) };
            equation = format!("{equation} {sign} {written}");
            (Status::Holds, note, None)
        }
        Sum::Off { computed, excess }
            if understood == Understood::Partly
                || (understood == Understood::Likely && !is_slip(&operands, computed, excess)) =>
        {
            equation = format!("{equation} ≟ {written}");
            (Status::Open, Some(UNTOLD), None)
        }
        Sum::Off { computed, excess } => {
            equation = format!("{equation} = {computed}{} ≠ {written}", closing.quantity.scale());
            (
                Status::Broken,
                None,
                Some(Fault { computed, excess, certain: true, reason: Reason::Arithmetic }),
            )
        }
        Sum::Unclear => {
            equation = format!("{equation} ≈ {written}");
            let note = notes::APPROXIMATE;
            (Status::Open, Some(note), None)
        }
    };
    Claim::new(ClaimKind::Flow, status, equation, note, operands, fault)
}

/// `found`, left open where it is right only without a figure that stands between its stocks.
pub fn left_open(found: Statement) -> Statement {
    if found.status != Status::Holds {
        return found;
    }
    let equation = found.equation.split(" = ").collect::<Vec<_>>().join(" ≟ ");
    Statement { status: Status::Open, note: Some(UNTOLD), equation, ..found }
}

/// Whether one slip of the pen in one of `operands`, the last of which is the closing, explains `excess`.
fn is_slip(operands: &[Operand<ViewSpan>], computed: Decimal, excess: Decimal) -> bool {
    operands.iter().any(|operand| {
        let wanted = match operand.role {
            "closing" => Some(computed),
            "outflow" => operand.value.plus(excess),
            _ => operand.value.minus(excess),
        };
        wanted.is_some_and(|wanted| judge::is_one_slip(operand.value, wanted))
    })
}
