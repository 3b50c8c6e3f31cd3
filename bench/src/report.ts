/** What a bench finds: printed as it comes, and kept as a page of Markdown, of which a run that is stopped leaves its part. */
export interface Report {
  heading(text: string): void;
  /** A paragraph or list. */
  text(text: string): void;
  /** Aligned text, such as a table. */
  table(text: string): void;
}

/** `keep` gets the whole page after each addition. */
export function createReport(title: string, print: (text: string) => void, keep: (page: string) => void): Report {
  const lines = [`# ${title}`];
  const add = (printed: string, kept: string) => {
    print(`${printed}\n`);
    lines.push(kept);
    keep(`${lines.join('\n\n')}\n`);
  };
  return {
    heading: (text) => add(`== ${text}`, `## ${text}`),
    text: (text) => add(text, text),
    table: (text) => add(text, `\`\`\`text\n${text}\n\`\`\``),
  };
}
