//! A reader of JSON Schema, as much of it as the SARIF schema uses.
//!
//! *Invariant:* a keyword that is not understood is a failure, so that nothing is passed over.

use regex::Regex;
use serde_json::{Map, Value};

/// What is wrong with `value` under `schema`, each with its place; `root` holds the definitions.
pub fn faults(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut reader = Reader { root, faults: Vec::new() };
    reader.read(schema, value, "$");
    reader.faults
}

struct Reader<'a> {
    root: &'a Value,
    faults: Vec<String>,
}

impl<'a> Reader<'a> {
    fn fault(&mut self, at: &str, what: &str) {
        self.faults.push(format!("{at}: {what}"));
    }

    fn fits(&self, schema: &'a Value, value: &Value) -> bool {
        faults(self.root, schema, value).is_empty()
    }

    fn read(&mut self, schema: &'a Value, value: &Value, at: &str) {
        let rules = schema.as_object().expect("a schema is an object");
        for (keyword, rule) in rules {
            match keyword.as_str() {
                "$schema" | "$id" | "title" | "description" | "default" | "definitions" => {}
                "$ref" => {
                    let pointer = rule.as_str().and_then(|name| name.strip_prefix('#')).expect("a reference");
                    let target = self.root.pointer(pointer).expect("a definition");
                    self.read(target, value, at);
                }
                "type" => self.kind(rule, value, at),
                "enum" => {
                    if !list(rule).contains(value) {
                        self.fault(at, &format!("{value} is none of {rule}"));
                    }
                }
                "anyOf" => {
                    if !list(rule).iter().any(|schema| self.fits(schema, value)) {
                        self.fault(at, "fits none of anyOf");
                    }
                }
                "oneOf" => {
                    if list(rule).iter().filter(|schema| self.fits(schema, value)).count() != 1 {
                        self.fault(at, "fits not exactly one of oneOf");
                    }
                }
                "minimum" => self.bound(rule, value, at, |value, bound| value >= bound),
                "maximum" => self.bound(rule, value, at, |value, bound| value <= bound),
                "pattern" => {
                    // The Unicode classes are not built in here; the digits that are meant are ASCII.
                    let pattern = rule.as_str().expect("a pattern").replace("\\d", "[0-9]");
                    let pattern = Regex::new(&pattern).expect("a pattern");
                    if value.as_str().is_some_and(|text| !pattern.is_match(text)) {
                        self.fault(at, &format!("{value} does not match {pattern}"));
                    }
                }
                "format" => self.format(rule, value, at),
                "minItems" => {
                    let least = rule.as_u64().expect("a number");
                    if value.as_array().is_some_and(|items| (items.len() as u64) < least) {
                        self.fault(at, "has too few items");
                    }
                }
                "uniqueItems" => {
                    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                    if items.iter().enumerate().any(|(index, item)| items[..index].contains(item)) {
                        self.fault(at, "has an item twice");
                    }
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.read(rule, item, &format!("{at}[{index}]"));
                    }
                }
                "required" => {
                    for name in list(rule) {
                        let name = name.as_str().expect("a name");
                        if value.as_object().is_some_and(|object| !object.contains_key(name)) {
                            self.fault(at, &format!("lacks {name}"));
                        }
                    }
                }
                "properties" => {
                    for (name, schema) in rule.as_object().expect("properties") {
                        if let Some(value) = value.get(name) {
                            self.read(schema, value, &format!("{at}.{name}"));
                        }
                    }
                }
                "additionalProperties" => self.additional(rules, rule, value, at),
                unknown => self.fault(at, &format!("the schema's keyword {unknown} is not understood")),
            }
        }
    }

    fn kind(&mut self, rule: &Value, value: &Value, at: &str) {
        let fits = |kind: &Value| match kind.as_str().expect("a type") {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "null" => value.is_null(),
            unknown => panic!("the type {unknown} is not understood"),
        };
        let is_of_kind = match rule {
            Value::Array(kinds) => kinds.iter().any(fits),
            kind => fits(kind),
        };
        if !is_of_kind {
            self.fault(at, &format!("is not of type {rule}"));
        }
    }

    fn bound(&mut self, rule: &Value, value: &Value, at: &str, holds: fn(f64, f64) -> bool) {
        let bound = rule.as_f64().expect("a number");
        if value.as_f64().is_some_and(|value| !holds(value, bound)) {
            self.fault(at, &format!("{value} is beyond {bound}"));
        }
    }

    fn format(&mut self, rule: &Value, value: &Value, at: &str) {
        let Some(text) = value.as_str() else { return };
        let is_reference =
            text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte));
        let has_scheme = text.split_once(':').is_some_and(|(scheme, _)| !scheme.is_empty());
        let fits = match rule.as_str().expect("a format") {
            "uri" => is_reference && has_scheme,
            "uri-reference" => is_reference,
            unknown => panic!("the format {unknown} is not understood, and {at} has it"),
        };
        if !fits {
            self.fault(at, &format!("{value} is no {rule}"));
        }
    }

    fn additional(&mut self, rules: &'a Map<String, Value>, rule: &'a Value, value: &Value, at: &str) {
        let known = |name: &str| rules.get("properties").and_then(|known| known.get(name)).is_some();
        for (name, value) in value.as_object().into_iter().flatten().filter(|(name, _)| !known(name)) {
            match rule {
                Value::Bool(true) => {}
                Value::Bool(false) => self.fault(at, &format!("has the unknown property {name}")),
                schema => self.read(schema, value, &format!("{at}.{name}")),
            }
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}
