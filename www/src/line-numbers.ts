// Which line of the draft a place stands in, counted from 1.

export function lineNumbers(draft: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = draft.indexOf("\n"); at >= 0; at = draft.indexOf("\n", at + 1)) ends.push(at);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
