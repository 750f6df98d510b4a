import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { dayOf, formatDay } from '@/training/days';
import type { Measure } from '@/training/measures';
import { placeInYear, type YearLine } from './series';
import styles from './StatisticsPage.module.css';
import { useAxis } from './useAxis';

type Props = { id: string; lines: readonly YearLine[]; measure: Measure };

/** The lines in numbers: the sums at the end of each month. */
export function YearsTable({ id, lines, measure }: Props) {
  const { t } = useTranslation('statistics');
  const { language } = usePreferences();
  const axis = useAxis(measure);
  const ends = Array.from({ length: 12 }, (_, index) => dayOf(2024, index + 2, 0));
  return (
    <table id={id} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('years.month')}</th>
          {lines.map((line) => (
            <th key={line.year} scope="col">
              {line.year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ends.map((end) => (
          <tr key={end}>
            <th scope="row">{formatDay(end, language, { month: 'long' })}</th>
            {lines.map((line) => (
              <td key={line.year}>{axis.text(line.sums[placeInYear(end)] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
