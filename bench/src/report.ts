/** What a bench finds: printed as it comes, and kept as a page of Markdown. */
export interface Report {
  heading(text: string): void;
  /** A paragraph or list. */
  text(text: string): void;
  /** Aligned text, such as a table. */
  table(text: string): void;
  markdown(): string;
}

export function createReport(title: string, print: (text: string) => void): Report {
  const lines = [`# ${title}`];
  const add = (printed: string, kept: string) => {
    print(`${printed}\n`);
    lines.push(kept);
  };
  return {
    heading: (text) => add(`== ${text}`, `## ${text}`),
    text: (text) => add(text, text),
    table: (text) => add(text, `\`\`\`text\n${text}\n\`\`\``),
    markdown: () => `${lines.join('\n\n')}\n`,
  };
}
