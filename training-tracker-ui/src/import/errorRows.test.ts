import { errorRowsCsv } from './errorRows';

describe('errorRowsCsv', () => {
  it('quotes commas, quotes and line ends', () => {
    const rows = [{ line: 3, outcome: 'error', reason: `'a, "b"\nc' is not a day` }] as const;
    expect(errorRowsCsv(['File', 'Line', 'Reason'], 'log.csv', rows)).toBe(
      `File,Line,Reason\r\nlog.csv,3,"'a, ""b""\nc' is not a day"\r\n`,
    );
  });

  it('leaves nothing that a spreadsheet would run', () => {
    const rows = [{ line: 2, outcome: 'error', reason: '=1+1' }] as const;
    expect(errorRowsCsv(['File', 'Line', 'Reason'], '@x.csv', rows)).toContain(`'@x.csv,2,'=1+1`);
  });
});
