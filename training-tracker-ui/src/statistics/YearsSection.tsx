import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFilter } from '@/api/types';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { usePeriods } from '@/sessions/periods';
import { TableToggle } from '@/sessions/TableToggle';
import { dayOf, type Day } from '@/training/days';
import type { Measure } from '@/training/measures';
import { placeInYear, yearLines } from './series';
import styles from './StatisticsPage.module.css';
import { useAxis } from './useAxis';
import { YearsTable } from './YearsTable';

const YearsChart = lazy(() => import('./YearsChart'));
const CHART_HEIGHT = 280;
/** This year and the four before it: more lines cannot be told apart. */
const YEARS_MAX = 5;

type Props = { measure: Measure; filter: SessionFilter; today: Day };

/** How this year adds up, beside the years before it. */
export function YearsSection({ measure, filter, today }: Props) {
  const { t } = useTranslation(['statistics', 'training']);
  const axis = useAxis(measure);
  const table = useId();
  const [withTable, setWithTable] = useState(false);
  const thisYear = Number(today.slice(0, 4));
  const first = dayOf(thisYear - YEARS_MAX + 1, 1, 1);
  const days = usePeriods('day', { ...filter, startDate: first, endDate: `${today.slice(0, 4)}-12-31` });
  const lines = useMemo(() => {
    const found = new Set((days.data ?? []).map((day) => Number(day.start.slice(0, 4))));
    const years = Array.from({ length: YEARS_MAX }, (_, index) => thisYear - index);
    const shown = years.filter((year) => year === thisYear || found.has(year));
    return yearLines(days.data ?? [], shown, measure, today);
  }, [days.data, thisYear, measure, today]);

  if (days.isError && !days.data) {
    return (
      <RetryMessage
        what={t('training:what.periods')}
        error={days.error}
        onRetry={() => void days.refetch()}
      />
    );
  }
  if (!days.data) return <Skeleton rows={1} height={CHART_HEIGHT} />;
  const here = placeInYear(today);
  const name = t(`bars.${measure}`);
  return (
    <section className={styles.card}>
      <header>
        <h2>
          {t('years.title', { measure: name })} {axis.unit ? <small>({axis.unit})</small> : null}
        </h2>
        <TableToggle id={table} shown={withTable} onToggle={() => setWithTable(!withTable)} />
      </header>
      <div role="img" aria-label={t('years.chart', { measure: name })} className={styles.chart}>
        <Suspense fallback={<Skeleton rows={1} height={CHART_HEIGHT} />}>
          <YearsChart lines={lines} measure={measure} today={today} height={CHART_HEIGHT} />
        </Suspense>
      </div>
      <ul className={styles.years}>
        {lines.map((line, index) => (
          <li key={line.year}>
            <i className={styles[`line${index as 0 | 1 | 2 | 3 | 4}`]} aria-hidden="true" />
            {index === 0
              ? t('years.toDate', { year: line.year, value: axis.text(line.sums[here] ?? 0) })
              : t('years.earlier', {
                  year: line.year,
                  value: axis.text(line.sums[here] ?? 0),
                  total: axis.text(line.sums.at(-1) ?? 0),
                })}
          </li>
        ))}
      </ul>
      {withTable ? <YearsTable id={table} lines={lines} measure={measure} /> : null}
    </section>
  );
}
