// Reading a draft from a file, and giving it back.
//
// *Invariant:* a file is read as text for certain or refused with one sentence; nothing is guessed
// into unreadable characters.

import { type DraftForm, formOf, unmarked } from "./draft-form";
import type { MessageName } from "./messages";

export type Reading = { text: string; encoding: string; form: DraftForm } | { refused: MessageName };

/** The text of `file`. */
export async function readDraft(file: Blob): Promise<Reading> {
  try {
    return decode(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { refused: "fileUnreadable" };
  }
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** UTF-16 with a mark, UTF-8 with or without, else GB18030. */
export function decode(bytes: Uint8Array): Reading {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs("utf-16le", bytes) ?? { refused: "fileBinary" };
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs("utf-16be", bytes) ?? { refused: "fileBinary" };
  const zip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
  const oldWord = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  const pdf = startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
  if (zip || oldWord || pdf) return { refused: "fileOffice" };
  return decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes) ?? { refused: "fileBinary" };
}

function decodeAs(encoding: string, bytes: Uint8Array): Reading | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // Control characters other than tabs, line and page ends do not occur in text.
    if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return null;
    const form = formOf(text);
    // It is saved as UTF-8; programs that would have taken it for GB18030 see by the mark that it is not.
    return { text: unmarked(text), encoding: encoding.toUpperCase(), form: { ...form, marked: form.marked || encoding === "gb18030" } };
  } catch {
    return null;
  }
}

/** Offers `text` as a download. */
export function saveFile(text: string, name: string, type = "text/plain"): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Puts `text` on the clipboard; whether the browser let us. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, for browsers that keep the clipboard from files. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement("textarea");
  const focused = document.activeElement;
  holder.value = text;
  holder.className = "picker";
  document.body.append(holder);
  holder.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    holder.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
