/** Something that a stretch of the text says; several may overlap. */
export interface NamedSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text and what all of it says. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  readonly names: readonly string[];
}

/** Cuts a text wherever a span begins or ends. Together the pieces are the text; spans beyond it are cut off. */
export function splitText(text: string, spans: readonly NamedSpan[]): readonly TextPiece[] {
  const cuts = [0, text.length, ...spans.flatMap(({ end, start }) => [start, end])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    if (start === end) return [];
    const within = spans.filter((span) => span.start <= start && end <= span.end);
    return { start, text: text.slice(start, end), names: [...new Set(within.map(({ name }) => name))] };
  });
}
