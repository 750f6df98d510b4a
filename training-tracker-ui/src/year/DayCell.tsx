import type { Period } from '@/api/types';
import type { Day } from '@/training/days';
import { measureOf, NO_TOTALS, type Measure } from '@/training/measures';
import { stepOf, type StepBounds } from '@/training/scale';
import { useDayText } from './useDayText';
import styles from './YearPage.module.css';

export type GridProps = {
  year: number;
  byDay: ReadonlyMap<Day, Period>;
  measure: Measure;
  bounds: StepBounds;
  chosen: Day | null;
  onChoose: (day: Day | null) => void;
};

type Props = GridProps & {
  day: Day;
  isTabStop: boolean;
  /** Focused or pointed at, with the place to put the words beside; null when no longer. */
  onPoint: (day: Day | null, cell: HTMLElement | null) => void;
  onFocus: (day: Day) => void;
};

/** A day of the year: its colour is its step, and its words say all of it. */
export function DayCell({
  day,
  byDay,
  measure,
  bounds,
  chosen,
  onChoose,
  isTabStop,
  onPoint,
  onFocus,
}: Props) {
  const text = useDayText();
  const totals = byDay.get(day) ?? NO_TOTALS;
  const step = stepOf(measureOf(totals, measure), bounds);
  return (
    <button
      type="button"
      className={[styles.cell, styles[`step${step}`]].join(' ')}
      data-day={day}
      data-step={step}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={text(day, totals)}
      aria-pressed={chosen === day}
      onClick={() => onChoose(chosen === day ? null : day)}
      onMouseEnter={(event) => onPoint(day, event.currentTarget)}
      onMouseLeave={() => onPoint(null, null)}
      onFocus={(event) => {
        onFocus(day);
        onPoint(day, event.currentTarget);
      }}
      onBlur={() => onPoint(null, null)}
    />
  );
}
