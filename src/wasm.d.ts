/** A stretch of the text in UTF-16 code units, end exclusive. */
export interface Range { start: number; end: number }
export type Severity = "error" | "warning" | "hint";
export type ClaimKind = "total" | "subset" | "flow" | "rate" | "growth" | "count" | "restated" | "table";
export type ClaimStatus = "holds" | "broken" | "open";
export type SectionStatus = "present" | "mentioned" | "missing" | "empty" | "misplaced";

export interface CheckOptions { profile?: string; lang?: "zh" | "en" }

export interface Review {
  schema: "hegao.review/1";
  /** What the reader must know before relying on this review: "前 10 MB 已检查…". */
  notice?: string;
  profile: string;
  document: DocumentInfo;
  findings: Finding[];
  claims: Claim[];
  sections: Section[];
  outline: OutlineEntry[];
  coverage: Coverage;
}
export interface DocumentInfo {
  title: string | null;
  organ: string | null;
  reportYear: number | null;
  /** YYYY-MM-DD */
  signedOn: string | null;
  /** 字数, without blanks */
  characters: number;
  /** A fragment: the rules about whole reports did not run. */
  isExcerpt: boolean;
}
export interface Finding {
  id: string;
  rule: string;
  severity: Severity;
  range: Range | null;
  quote: string | null;
  message: string;
  related: Related[];
  fixes: Fix[];
  occurrences: number;
}
export interface Related { range: Range; quote: string; role: string; value: string | null }
export interface Fix { title: string; safety: "safe" | "suggest"; edits: Edit[] }
export interface Edit { range: Range; text: string }
export interface Claim {
  kind: ClaimKind;
  status: ClaimStatus;
  equation: string;
  note: string;
  range: Range;
  operands: Operand[];
}
export interface Operand { role: string; value: string; unit: string; label: string; range: Range; quote: string }
export interface Section {
  id: string;
  title: string;
  required: boolean;
  status: SectionStatus;
  heading: string | null;
  range: Range | null;
}
/** A heading. */
export interface OutlineEntry { level: number; text: string; range: Range }
export interface Coverage {
  figures: number;
  figuresInClaims: number;
  dates: number;
  headings: number;
  tables: number;
  /** The figures that took part in no claim. */
  unchecked: Range[];
}
export interface RuleInfo {
  id: string;
  group: "numbers" | "dates" | "structure" | "text";
  severity: Severity;
  title: { zh: string; en: string };
}
export interface ProfileInfo { id: string; title: string }

/** What the worker says first. */
export interface Greeting { rules: RuleInfo[]; profiles: ProfileInfo[] }
/** What the page asks of the worker. */
export interface Question extends CheckOptions { id: number; text: string }
/** What the worker answers. */
export interface Answer { id: number; review?: Review; milliseconds?: number; error?: string }
