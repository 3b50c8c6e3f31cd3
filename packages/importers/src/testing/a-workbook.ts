import { strToU8, zipSync } from 'fflate';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook that a test does not name. */
export interface WorkbookParts {
  /** The XML of the rows of each sheet, by its name; a name that ends in `!` is hidden. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly shared?: readonly string[];
  readonly is1904?: boolean;
  /** Further or other files of the archive. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook whose style 1 is a date, 2 a time of its own format and 3 a number with a word in it. */
export function aWorkbook({ sheets, shared = [], is1904 = false, parts = {} }: WorkbookParts): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names
      .map((name, index) => {
        const state = name.endsWith('!') ? ' state="hidden"' : '';
        return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state}/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => {
        return `<Relationship Id="rId${index + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`;
      })
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${shared.join('')}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The XML of rows of plain texts. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, index) => {
      const xml = cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('');
      return `<row r="${index + 1}">${xml}</row>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
