//! Bytes of a file into text: UTF-8, UTF-16 with a byte order mark, GB18030.
//!
//! *Invariant:* a file is decoded whole and without loss, or refused with one clear sentence.

use crate::lang::Text;

const BINARY: Text = Text {
    zh: "不是文本文件；请用 Word 或 WPS 把报告另存为纯文本（.txt）后再检查",
    en: "it is a binary file, not text; save the report as plain text first",
};
const BAD_MARK: Text = Text {
    zh: "开头的标记说明是 Unicode 文本，后面的内容却不是，文件可能已损坏；请重新另存为 UTF-8 文本",
    en: "the byte order mark promises Unicode, but the bytes behind it are not; save it as UTF-8 anew",
};
const UNKNOWN: Text = Text {
    zh: "编码不是 UTF-8、UTF-16 或 GB18030；请另存为 UTF-8 文本后再检查",
    en: "it is neither UTF-8 nor UTF-16 nor GB18030 text; save it as UTF-8 first",
};

/// The text of a file's `bytes`.
///
/// # Errors
/// A sentence that says why the bytes are no text.
pub fn decode(bytes: &[u8]) -> Result<String, Text> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding
            .decode_without_bom_handling_and_without_replacement(body)
            .map(String::from)
            .ok_or(BAD_MARK);
    }
    if bytes.iter().take(8192).any(|&byte| byte == 0) {
        return Err(BINARY);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let text =
        encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes).ok_or(UNKNOWN)?;
    let controls =
        text.chars().filter(|ch| ch.is_control() && !matches!(ch, '\n' | '\r' | '\t' | '\u{c}')).count();
    if controls * 100 > text.chars().count() {
        return Err(BINARY);
    }
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "青澜市水利局：共350项，𠮷。";

    #[test]
    fn reads_every_encoding() {
        assert_eq!(decode(TEXT.as_bytes()).unwrap(), TEXT);
        assert_eq!(decode(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()).unwrap(), TEXT);
        let little: Vec<u8> =
            [0xfeffu16].into_iter().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&little).unwrap(), TEXT);
        let big: Vec<u8> =
            [0xfeffu16].into_iter().chain(TEXT.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&big).unwrap(), TEXT);
        let (gb, _, _) = encoding_rs::GB18030.encode(TEXT);
        assert_eq!(decode(&gb).unwrap(), TEXT);
        assert_eq!(decode(b"").unwrap(), "");
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert!(decode(b"PK\x03\x04\x00\x00\xff\xfe").is_err());
        assert!(decode(&[0x81, 0x20, 0xff, 0xff]).is_err());
    }
}
