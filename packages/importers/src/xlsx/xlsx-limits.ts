/** What a workbook may hold. All of it is in memory but the sheets themselves, which pass through in pieces. */
export interface XlsxLimits {
  /** Bytes of the file. */
  readonly archiveBytes: number;
  /** Files in the archive. */
  readonly entries: number;
  /** Bytes, unpacked, of the parts that describe the workbook: its list of sheets, its formats. */
  readonly partBytes: number;
  /** Bytes, unpacked, of the texts that its sheets share. */
  readonly sharedBytes: number;
  /** Bytes, unpacked, of all sheets that are read, and of the beginnings that tell which are. */
  readonly sheetBytes: number;
  /** Sheets that may be of one table. */
  readonly sheets: number;
  /** Bytes of XML between two tags, and so of what the reader of XML may hold. */
  readonly betweenTags: number;
}

/** The whole of the Global Terrorism Database fits: some 100 MB packed. */
export const XLSX_LIMITS: XlsxLimits = {
  archiveBytes: 128 * 1_048_576,
  entries: 10_000,
  partBytes: 16 * 1_048_576,
  sharedBytes: 256 * 1_048_576,
  sheetBytes: 4096 * 1_048_576,
  sheets: 1_000,
  betweenTags: 4 * 1_048_576,
};
