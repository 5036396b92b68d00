// The tasks of a page's main thread, out of a trace of Chromium.
//
// Invariant: a task counts with all that it does: script, styles, layout and paint; by the clock, and by
// the processor's time, which does not grow when other programs want the processor too.

const LONG_MS = 8;
const PARTS = {
  FunctionCall: "script",
  EventDispatch: "script",
  TimerFire: "script",
  FireAnimationFrame: "script",
  UpdateLayoutTree: "styles",
  Layout: "layout",
  PrePaint: "paint",
  Paint: "paint",
  Layerize: "paint",
  MinorGC: "garbage",
  MajorGC: "garbage",
};

/** The longest task, how many are long, and what the longest were made of. */
export function longestTasks({ traceEvents }) {
  // The one that runs scripts is the page's; the others are pages of the browser's own.
  const [thread] = traceEvents
    .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
    .sort((one, other) => calls(traceEvents, other) - calls(traceEvents, one));
  const own = traceEvents.filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === "X");
  // The browser writes a task down twice, one inside the other.
  let end = 0;
  const tasks = own
    .filter(({ name }) => /RunTask/.test(name))
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)
    .filter(({ ts, dur }) => ts >= end && ((end = ts + dur), true));
  const cpu = ({ dur, tdur }) => tdur ?? dur;
  tasks.sort((one, other) => cpu(other) - cpu(one));
  return {
    longestBlock: milliseconds(Math.max(...tasks.map(({ dur }) => dur))),
    longestBlockOfProcessor: milliseconds(cpu(tasks[0])),
    blocksOver8OfProcessor: tasks.filter((task) => cpu(task) > LONG_MS * 1000).length,
    longest: tasks.slice(0, 4).map((task) => ({ processor: milliseconds(cpu(task)), clock: milliseconds(task.dur), ...partsOf(task, own) })),
  };
}

const milliseconds = (micro) => Math.round(micro / 100) / 10;
const calls = (events, { pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid && event.name === "FunctionCall").length;

function partsOf(task, events) {
  const within = events
    .filter(({ name, ts, dur }) => name in PARTS && ts >= task.ts && ts + dur <= task.ts + task.dur)
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const parts = {};
  let end = 0;
  for (const { name, ts, dur, tdur } of within) {
    if (ts + dur <= end) continue;
    end = ts + dur;
    parts[PARTS[name]] = (parts[PARTS[name]] ?? 0) + (tdur ?? dur);
  }
  return Object.fromEntries(Object.entries(parts).map(([name, dur]) => [name, milliseconds(dur)]));
}
