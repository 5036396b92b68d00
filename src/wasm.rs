//! The page's door: the only module that knows JavaScript.
//!
//! *Invariant:* no checking happens here; values go in, a [`crate::Review`] comes out. A bad
//! argument is an `Error` with one clear sentence.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Performance};

use crate::{Lang, profile, rules};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The options of `check`, as `wasm.d.ts` describes them.
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type CheckOptions;
    /// A review, as `wasm.d.ts` describes it.
    #[wasm_bindgen(typescript_type = "Review")]
    pub type Review;
    /// The rules, as `wasm.d.ts` describes them.
    #[wasm_bindgen(typescript_type = "RuleInfo[]")]
    pub type RuleList;
    /// The profiles, as `wasm.d.ts` describes them.
    #[wasm_bindgen(typescript_type = "ProfileInfo[]")]
    pub type ProfileList;
}

/// Checks `text`; without `options.profile` the profile is found from the title.
///
/// # Errors
/// An `Error` where `options` names no built-in profile or no language of ours.
#[wasm_bindgen]
pub fn check(text: &str, options: Option<CheckOptions>) -> Result<Review, JsError> {
    let options = options.map_or(JsValue::UNDEFINED, JsValue::from);
    let lang = match text_option(&options, "lang")? {
        None => Lang::Zh,
        Some(name) => Lang::parse(&name)
            .ok_or_else(|| JsError::new(&format!("lang must be \"zh\" or \"en\", not \"{name}\"")))?,
    };
    let profile = match text_option(&options, "profile")? {
        None => profile::for_text(text),
        Some(id) => profile::built_in(&id)
            .ok_or_else(|| JsError::new(&format!("there is no built-in profile \"{id}\"")))?,
    };
    Ok(plain(&crate::check(text, profile, lang))?.unchecked_into())
}

/// Every rule with its id, group, severity and titles.
///
/// # Errors
/// Never in practice: the list is plain data.
#[wasm_bindgen]
pub fn rules() -> Result<RuleList, JsError> {
    Ok(plain(&rules::list())?.unchecked_into())
}

/// The built-in profiles.
///
/// # Errors
/// Never in practice: the list is plain data.
#[wasm_bindgen]
pub fn profiles() -> Result<ProfileList, JsError> {
    Ok(plain(&profile::list())?.unchecked_into())
}

/// Greets the page and answers its messages from now on; called once inside the worker.
///
/// The greeting is `{rules, profiles}`. A message `{id, text, profile?, lang?}` is answered by
/// `{id, review, milliseconds}` or by `{id, error}`.
///
/// # Errors
/// An `Error` where this is not a dedicated worker.
#[wasm_bindgen]
pub fn serve() -> Result<(), JsError> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global()
        .dyn_into()
        .map_err(|_| JsError::new("serve() must be called inside a dedicated worker"))?;
    let clock = scope.performance();
    let port = scope.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // A port that is already closed has no one left to tell.
        let _ = port.post_message(&answer_to(&event.data(), clock.as_ref()));
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    let greeting = js_sys::Object::new();
    set(&greeting, "rules", &rules()?.into());
    set(&greeting, "profiles", &profiles()?.into());
    let _ = scope.post_message(&greeting);
    Ok(())
}

fn answer_to(message: &JsValue, clock: Option<&Performance>) -> JsValue {
    // `Date` counts whole milliseconds only; most drafts take less than one.
    let now = || clock.map_or_else(js_sys::Date::now, Performance::now);
    let reply = js_sys::Object::new();
    set(&reply, "id", &get(message, "id"));
    let started = now();
    let text = get(message, "text").as_string();
    let checked = match text {
        None => Err(JsError::new("the message has no text")),
        Some(text) => check(&text, Some(message.clone().unchecked_into())),
    };
    match checked {
        Ok(review) => {
            let milliseconds = time_between(started, now());
            set(&reply, "review", &review);
            set(&reply, "milliseconds", &JsValue::from_f64(milliseconds));
        }
        Err(error) => {
            set(&reply, "error", &get(&JsValue::from(error), "message"));
        }
    }
    reply.into()
}

/// A clock's milliseconds are no figure of the draft: the one place where floats are subtracted.
#[expect(clippy::float_arithmetic, reason = "browser clocks tell the time in floats")]
fn time_between(started: f64, ended: f64) -> f64 {
    ended - started
}

fn text_option(options: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    let value = get(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    value
        .as_string()
        .map(Some)
        .ok_or_else(|| JsError::new(&format!("the option \"{name}\" must be a string")))
}

fn get(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &js_sys::Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh plain object cannot fail.
    let _ = js_sys::Reflect::set(object, &JsValue::from_str(name), value);
}

fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| JsError::new(&error.to_string()))
}
