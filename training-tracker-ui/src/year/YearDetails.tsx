import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period, SessionFilter } from '@/api/types';
import { useNarrow } from '@/components/useNarrow';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { TableToggle } from '@/sessions/TableToggle';
import { isDay, type Day } from '@/training/days';
import { measureOf, totalsOfPeriods, type Measure } from '@/training/measures';
import { niceMinutes } from '@/training/rounding';
import { COUNT_BOUNDS, fiveStepBounds, type StepBounds } from '@/training/scale';
import { fromKilometres, toKilometres } from '@/training/units';
import { DayPanel } from './DayPanel';
import { Legend } from './Legend';
import { MonthsGrid } from './MonthsGrid';
import { MonthsTable } from './MonthsTable';
import { StripGrid } from './StripGrid';
import styles from './YearPage.module.css';

type Props = {
  year: number;
  days: readonly Period[];
  measure: Measure;
  filter: SessionFilter;
  /** The day of the address bar whose sessions are shown below. */
  chosen: string | null;
  onChoose: (day: Day | null) => void;
  /** Kept by the page, so that the next year is shown as this one is. */
  withTable: boolean;
  onTable: (withTable: boolean) => void;
};

/** The grid in the shape that fits the screen, its legend, the chosen day, and the same as a table. */
export function YearDetails({ year, days, measure, filter, chosen, onChoose, withTable, onTable }: Props) {
  const { t } = useTranslation(['year', 'training']);
  const { units } = usePreferences();
  const format = useFormat();
  const narrow = useNarrow();
  const table = useId();
  const byDay = useMemo(() => new Map(days.map((day) => [day.start, day])), [days]);
  const bounds = useMemo((): StepBounds => {
    if (measure === 'sessions') return COUNT_BOUNDS;
    const values = days.map((day) => measureOf(day, measure));
    if (measure === 'time') return fiveStepBounds(values, niceMinutes);
    if (measure === 'load') return fiveStepBounds(values);
    const [second, third, fourth, fifth] = fiveStepBounds(values.map((each) => fromKilometres(each, units)));
    const stored = (bound: number) => toKilometres(bound, units);
    return [stored(second), stored(third), stored(fourth), stored(fifth)];
  }, [days, measure, units]);
  const chosenDay = chosen !== null && isDay(chosen) && Number(chosen.slice(0, 4)) === year ? chosen : null;
  const missing = totalsOfPeriods(days);
  const withoutRpe = missing.totalSessions - missing.sessionsWithRpe;
  const grid = { year, byDay, measure, bounds, chosen: chosenDay, onChoose };

  return (
    <>
      {narrow ? <MonthsGrid {...grid} /> : <StripGrid {...grid} />}
      <div className={styles.below}>
        <Legend bounds={bounds} measure={measure} />
        <TableToggle id={table} shown={withTable} onToggle={() => onTable(!withTable)} />
      </div>
      {measure === 'load' && withoutRpe > 0 ? (
        <p className={styles.note}>
          {t('noRpe', { count: withoutRpe, formatted: format.number(withoutRpe) })}
        </p>
      ) : null}
      {days.length === 0 ? <p className={styles.note}>{t('empty', { year })}</p> : null}
      {chosenDay ? <DayPanel day={chosenDay} filter={filter} onClose={() => onChoose(null)} /> : null}
      {withTable ? <MonthsTable id={table} year={year} days={days} /> : null}
    </>
  );
}
