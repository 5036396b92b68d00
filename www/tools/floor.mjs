// What in a script, a style sheet or a wasm module is younger than the oldest browsers of package.json.
//
// Takes their texts, gives sentences. The years come from MDN's browser-compat-data.
//
// Methods are known by name only: one that the script defines itself, or that any type of an old browser
// has, passes. The rest is exact.
//
// Invariant: what it cannot read, it reports.

import { createRequire } from "node:module";
import { Parser } from "acorn";
import binaryen from "binaryen";
import { parse, walk } from "css-tree";
import { oldest } from "./target.mjs";

const { api, css, javascript, webassembly } = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** Which of the oldest browsers do not know a feature. */
function lacking(compat) {
  return oldest.filter(([browser, version]) => {
    const statements = [compat.support[browser] ?? []].flat();
    return !statements.some(({ version_added: added, version_removed: removed, flags, partial_implementation: partial }) => {
      const since = added === true ? 0 : Number.parseFloat(String(added).replace("≤", ""));
      return since <= version && !(removed && Number.parseFloat(removed) <= version) && !flags && !partial;
    });
  });
}

const sentence = (where, what, browsers) => `${where}: ${what} is not in ${browsers.map((browser) => browser.join(" ")).join(", ")}`;

/** The first entry of `compats` that every browser knows settles it. */
function judge(where, what, compats, tell) {
  const lacks = compats.filter(Boolean).map(lacking);
  if (lacks.length > 0 && lacks.every((browsers) => browsers.length > 0)) tell(sentence(where, what, lacks[0]));
}

/** `members.get(name)`: every property of that name, on whatever type. */
const members = new Map();
for (const owner of [...Object.values(api), ...Object.values(javascript.builtins)]) {
  for (const [name, entry] of Object.entries(owner)) {
    if (!entry.__compat || name.endsWith("_static") || name.endsWith("_event")) continue;
    members.set(name, [...(members.get(name) ?? []), entry.__compat]);
  }
}
const globalOf = (name) => (Object.hasOwn(api, name) ? api[name] : Object.hasOwn(javascript.builtins, name) ? javascript.builtins[name] : null);

function* nodes(node) {
  if (typeof node?.type !== "string") return;
  yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child && typeof child === "object") yield* nodes(child);
}

/** The language is ES2022, which both browsers have whole; here are the names that came later. */
export function inScript(where, text, edition = 2022) {
  const found = new Set();
  let tree;
  try {
    tree = Parser.parse(text, { ecmaVersion: edition, sourceType: "script" });
  } catch (error) {
    return [`${where}: ${error.message}, in the language of ${edition}`];
  }
  const all = [...nodes(tree)];
  const own = new Set();
  for (const node of all) {
    if (["Property", "MethodDefinition", "PropertyDefinition"].includes(node.type) && !node.computed) own.add(node.key.name ?? node.key.value);
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression" && !node.left.computed) own.add(node.left.property.name);
  }
  for (const node of all) {
    if (node.type === "Identifier" && globalOf(node.name) && !own.has(node.name)) judge(where, node.name, [globalOf(node.name).__compat], (words) => found.add(words));
    if (node.type !== "MemberExpression" || node.computed) continue;
    const { object, property } = node;
    const owner = object.type === "Identifier" ? globalOf(object.name) : null;
    const fixed = owner?.[`${property.name}_static`] ?? (owner && javascript.builtins[object.name]?.[property.name]);
    if (fixed?.__compat) judge(where, `${object.name}.${property.name}`, [fixed.__compat], (words) => found.add(words));
    else if (!own.has(property.name)) judge(where, `.${property.name}`, members.get(property.name) ?? [], (words) => found.add(words));
  }
  return [...found];
}

const byName = (tree, name) => Object.entries(tree).flatMap(([key, entry]) => (key === "__compat" ? [] : [...(key === name && entry.__compat ? [entry.__compat] : []), ...byName(entry, name)]));

/** Declarations may be unknown to a browser where an older one for the same property stands before. */
export function inStyles(where, text) {
  const found = new Set();
  const tell = (words) => found.add(words);
  const tree = parse(text, { onParseError: (error) => tell(`${where}: ${error.message}`) });
  walk(tree, {
    visit: "Declaration",
    enter(declaration, item, list) {
      const { property, value } = declaration;
      // What @page and the like are told is no property.
      if (property.startsWith("-") || this.atrule?.name === "page") return;
      const known = css.properties[property];
      if (!known) return;
      let earlier = false;
      for (let at = item?.prev; at; at = at.prev) earlier ||= at.data.type === "Declaration" && at.data.property === property;
      if (earlier && list) return;
      judge(where, property, [known.__compat], tell);
      walk(value, (part) => {
        if (part.type === "Identifier") judge(where, `${property}: ${part.name}`, [known[part.name]?.__compat], tell);
        if (part.type === "Function") judge(where, `${part.name}()`, [...byName(known, part.name), ...byName(css.types, part.name)], tell);
        if (part.type === "Dimension" && /^[dls]v/.test(part.unit)) {
          judge(where, part.unit, [css.types.length.viewport_percentage_units_dynamic.__compat], tell);
        }
      });
    },
  });
  walk(tree, (node) => {
    if (/^Pseudo/.test(node.type)) judge(where, `:${node.name}`, [css.selectors[node.name]?.__compat], tell);
    if (node.type === "NestingSelector") judge(where, "nesting", [css.selectors.nesting.__compat], tell);
    if (node.type === "Atrule") judge(where, `@${node.name}`, [css["at-rules"][node.name]?.__compat], tell);
    if (node.type === "Feature") judge(where, `@media (${node.name})`, [css["at-rules"].media[node.name]?.__compat], tell);
  });
  return [...found];
}

const { Features } = binaryen;
/** Binaryen's name of each feature of wasm, and MDN's. */
const wasmFeatures = [
  ["BulkMemory", "bulk-memory-operations"],
  ["BulkMemoryOpt", "bulk-memory-operations"],
  ["SignExt", "sign-extension-operations"],
  ["NontrappingFPToInt", "non-trapping-float-to-int-conversions"],
  ["Multivalue", "multi-value"],
  ["ReferenceTypes", "reference-types"],
  ["CallIndirectOverlong", "reference-types"],
  ["SIMD128", "fixed-width-SIMD"],
  ["RelaxedSIMD", "relaxed-SIMD"],
  ["TailCall", "tail-calls"],
  ["GC", "garbage-collection"],
  ["ExtendedConst", "extended-constant-expressions"],
  ["MultiMemory", "multiMemory"],
  ["Memory64", "memory64"],
];

export function inWasm(where, bytes) {
  const known = wasmFeatures.filter(([, name]) => lacking(webassembly[name].__compat).length === 0);
  const module = binaryen.readBinary(bytes);
  module.setFeatures(known.reduce((features, [name]) => features | Features[name], Features.MutableGlobals));
  const valid = module.validate();
  module.dispose();
  return valid ? [] : [`${where}: uses more of wasm than ${known.map(([name]) => name).join(", ")}`];
}
