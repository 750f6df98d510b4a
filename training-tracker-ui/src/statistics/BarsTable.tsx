import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { formatMeasure, measureOf, MEASURES, type Measure } from '@/training/measures';
import { formatPeriod, type PeriodKind } from '@/training/periods';
import type { Bar } from './series';
import styles from './StatisticsPage.module.css';

type Props = { id: string; bars: readonly Bar[]; by: PeriodKind; measure: Measure };

/** The bars in numbers, newest first. */
export function BarsTable({ id, bars, by, measure }: Props) {
  const { t } = useTranslation(['statistics', 'training']);
  const { units, language } = usePreferences();
  const text = (value: number, of: Measure) => formatMeasure(value, of, units, language);
  return (
    <table id={id} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('bars.period')}</th>
          {MEASURES.map((each) => (
            <th key={each} scope="col">
              {t(`training:measure.${each}`)}
            </th>
          ))}
          <th scope="col">{t('bars.valueBefore')}</th>
        </tr>
      </thead>
      <tbody>
        {[...bars].reverse().map((bar) => (
          <tr key={bar.start}>
            <th scope="row">{formatPeriod(by, bar.start, language, by === 'day' ? 'short' : 'long')}</th>
            {MEASURES.map((each) => (
              <td key={each}>{text(measureOf(bar.totals, each), each)}</td>
            ))}
            <td>{text(bar.before, measure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
