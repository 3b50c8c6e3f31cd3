/** What a workbook may hold. All of it is in memory but the sheet itself, which passes through in pieces. */
export interface XlsxLimits {
  /** Bytes of the file. */
  readonly archiveBytes: number;
  /** Files in the archive. */
  readonly entries: number;
  /** Bytes, unpacked, of the parts that describe the workbook: its list of sheets, its formats. */
  readonly partBytes: number;
  /** Bytes, unpacked, of the texts that its sheets share. */
  readonly sharedBytes: number;
  /** Bytes, unpacked, of a sheet. */
  readonly sheetBytes: number;
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
  betweenTags: 4 * 1_048_576,
};
