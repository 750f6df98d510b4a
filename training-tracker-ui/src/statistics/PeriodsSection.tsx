import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionFilter } from '@/api/types';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { usePeriods } from '@/sessions/periods';
import { TableToggle } from '@/sessions/TableToggle';
import type { Day } from '@/training/days';
import { totalsOfPeriods } from '@/training/measures';
import { formatRange } from '@/training/periods';
import { BarsTable } from './BarsTable';
import { barsOf } from './series';
import styles from './StatisticsPage.module.css';
import { TotalsTiles } from './TotalsTiles';
import { useAxis } from './useAxis';
import { windowOf, type Choice } from './window';

const BarsChart = lazy(() => import('./BarsChart'));
const CHART_HEIGHT = 280;

type Props = { choice: Choice; filter: SessionFilter; today: Day };

/** The periods of the window as sums and bars, against as many before. */
export function PeriodsSection({ choice, filter, today }: Props) {
  const { t } = useTranslation(['statistics', 'training']);
  const { weekStart, language } = usePreferences();
  const format = useFormat();
  const axis = useAxis(choice.measure);
  const table = useId();
  const [withTable, setWithTable] = useState(false);
  const window = windowOf(choice, today, weekStart);
  const within = ({ start, end }: { start: Day; end: Day }) => ({
    ...filter,
    startDate: start,
    endDate: end,
  });
  const shown = usePeriods(choice.by, within(window.range));
  const before = usePeriods(choice.by, within(window.rangeBefore));
  const comparable = usePeriods(choice.by, within(window.comparable));
  const queries = [shown, before, comparable];
  const failed = queries.find((query) => query.isError && !query.data);

  if (failed) {
    const retry = () => {
      for (const query of queries) if (query.isError) void query.refetch();
    };
    return <RetryMessage what={t('training:what.periods')} error={failed.error} onRetry={retry} />;
  }
  if (!shown.data || !before.data || !comparable.data) return <Skeleton rows={2} height={140} />;

  const totals = totalsOfPeriods(shown.data);
  const bars = barsOf(window.periods, window.before, shown.data, before.data, choice.measure);
  const range = formatRange(window.range.start, window.range.end, language);
  const rangeBefore = formatRange(window.rangeBefore.start, window.rangeBefore.end, language);
  const title = t('bars.title', { measure: t(`bars.${choice.measure}`), by: t(`bars.${choice.by}`) });
  // Today stands within the time shown, so the time before is cut as far in.
  const isToDate = window.comparable.end !== window.rangeBefore.end;
  const withoutRpe = totals.totalSessions - totals.sessionsWithRpe;
  return (
    <>
      <TotalsTiles totals={totals} before={totalsOfPeriods(comparable.data)} sport={filter.sport} />
      <p className={styles.note}>
        {t(isToDate ? 'comparedToDate' : 'comparedWith', {
          range: formatRange(window.comparable.start, window.comparable.end, language),
          periods: t(`units.${choice.by}`),
        })}
      </p>
      <section className={styles.card}>
        <header>
          <h2>
            {title} {axis.unit ? <small>({axis.unit})</small> : null}
          </h2>
          <TableToggle id={table} shown={withTable} onToggle={() => setWithTable(!withTable)} />
        </header>
        <p className={styles.key}>
          <span>
            <i className={styles.keyNow} aria-hidden="true" />
            {range}
          </span>
          <span>
            <i className={styles.keyBefore} aria-hidden="true" />
            {t('bars.previous', { range: rangeBefore })}
          </span>
        </p>
        <div role="img" aria-label={t('bars.chart', { title, range })} className={styles.chart}>
          <Suspense fallback={<Skeleton rows={1} height={CHART_HEIGHT} />}>
            <BarsChart bars={bars} by={choice.by} measure={choice.measure} height={CHART_HEIGHT} />
          </Suspense>
        </div>
        {totals.totalSessions === 0 ? <p className={styles.note}>{t('empty')}</p> : null}
        {choice.measure === 'load' && totals.sessionsWithRpe === 0 ? (
          <p className={styles.note}>{t('noLoad')}</p>
        ) : choice.measure === 'load' && withoutRpe > 0 ? (
          <p className={styles.note}>
            {t('withoutRpe', { count: withoutRpe, formatted: format.number(withoutRpe) })}
          </p>
        ) : null}
        {withTable ? <BarsTable id={table} bars={bars} by={choice.by} measure={choice.measure} /> : null}
      </section>
    </>
  );
}
