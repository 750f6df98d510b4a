import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { weekdayNames } from '@/training/weeks';
import { DayCell, type GridProps } from './DayCell';
import { monthColumns, yearRows } from './grid';
import { Tooltip, usePointed } from './Tooltip';
import { useGridKeys } from './useGridKeys';
import styles from './YearPage.module.css';

/** The year as a strip: a column per week, a row per day of the week. */
export function StripGrid(props: GridProps) {
  const { t } = useTranslation('year');
  const { weekStart, language } = usePreferences();
  const root = useRef<HTMLDivElement>(null);
  const keys = useGridKeys(root, props.year, 'strip');
  const [pointed, onPoint] = usePointed();
  const rows = yearRows(props.year, weekStart);
  const names = weekdayNames(weekStart, language);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the cells inside
    <div ref={root} data-grid className={styles.strip} onKeyDown={keys.onKeyDown}>
      <table>
        <caption className="visually-hidden">
          {t('grid', { year: props.year })}. {t('keys')}
        </caption>
        <colgroup>
          <col className={styles.names} />
        </colgroup>
        <tbody>
          <tr aria-hidden="true" className={styles.months}>
            <td />
            {rows[0]?.map((_, column) => (
              <td key={column}>
                <span>
                  {monthColumns(rows, language).find((month) => month.column === column)?.name ?? ''}
                </span>
              </td>
            ))}
          </tr>
          {rows.map((row, index) => (
            <tr key={names[index]}>
              <th scope="row">
                {index % 2 === 0 ? names[index] : <span className="visually-hidden">{names[index]}</span>}
              </th>
              {row.map((day, column) => (
                <td key={day ?? `beside-${String(column)}`}>
                  {day === null ? null : (
                    <DayCell
                      {...props}
                      day={day}
                      isTabStop={day === keys.tabStop}
                      onFocus={keys.onFocus}
                      onPoint={onPoint}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Tooltip pointed={pointed} byDay={props.byDay} />
    </div>
  );
}
