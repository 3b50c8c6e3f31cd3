export { aWorkbook, sheetRows } from './a-workbook.ts';
