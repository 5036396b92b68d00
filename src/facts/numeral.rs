//! Chinese numerals: 十二, 一百零八, 两千三百万.
//!
//! *Invariant:* only a well-formed numeral has a value; a row of digits such as 二〇二三 has none.

/// Whether `ch` may stand in a Chinese numeral.
pub fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || unit(ch).is_some() || section(ch).is_some()
}

/// The value of the digit `ch`.
pub fn digit(ch: char) -> Option<i128> {
    Some(match ch {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(ch: char) -> Option<i128> {
    Some(match ch {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

fn section(ch: char) -> Option<i128> {
    Some(match ch {
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// The value of the whole of `text` as a numeral.
pub fn parse(text: &str) -> Option<i128> {
    let (mut total, mut part, mut pending) = (0i128, 0i128, None::<i128>);
    let (mut last_unit, mut last_section) = (i128::MAX, i128::MAX);
    let mut after_zero = false;
    let mut any = false;
    for ch in text.chars() {
        if let Some(value) = digit(ch) {
            if pending.is_some() {
                return None;
            }
            if value == 0 {
                if !any || after_zero {
                    return None;
                }
                after_zero = true;
            } else {
                pending = Some(value);
                after_zero = false;
            }
        } else if let Some(value) = unit(ch) {
            if value >= last_unit {
                return None;
            }
            let factor = match pending.take() {
                Some(factor) => factor,
                None if value == 10 && part == 0 && !after_zero => 1,
                None => return None,
            };
            part += factor * value;
            last_unit = value;
        } else {
            let value = section(ch)?;
            let whole = part + pending.take().unwrap_or(0);
            if whole == 0 || value >= last_section {
                return None;
            }
            total += whole * value;
            (part, last_unit, last_section) = (0, i128::MAX, value);
        }
        any = true;
    }
    (any && !after_zero).then(|| total + part + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_numerals() {
        for (text, value) in [
            ("一", 1),
            ("两", 2),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("一百零八", 108),
            ("一百一十", 110),
            ("两千三百", 2300),
            ("三千零五", 3005),
            ("一万二千", 12_000),
            ("两千三百万", 23_000_000),
            ("一亿零五百", 100_000_500),
            ("九千九百九十九", 9999),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_numeral() {
        for text in ["", "二〇二三", "三四", "十四五", "八五", "百", "千万", "一百百", "零", "二零", "万"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
