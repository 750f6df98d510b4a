import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Icon } from '@/components/Icon';
import { usePreferences } from '@/preferences/store';
import { SessionChip } from '@/sessions/SessionChip';
import { formatDay, type Day } from '@/training/days';
import { weekdayNames, weeksOfMonth } from '@/training/weeks';
import styles from './CalendarPage.module.css';
import { DayButton } from './DayButton';
import { useDayKeys } from './useDayKeys';
import { WeekTotal } from './WeekTotal';

export type MonthView = {
  month: Day;
  today: Day;
  sessions: ReadonlyMap<Day, readonly Session[]>;
  withAthlete: boolean;
  onMonth: (month: Day) => void;
};

/** A month as a wall calendar of weeks, each with its total at its end. */
export function MonthTable({ month, today, sessions, withAthlete, onMonth }: MonthView) {
  const { t } = useTranslation('calendar');
  const { weekStart, language } = usePreferences();
  const root = useRef<HTMLTableElement>(null);
  const hint = useId();
  const dayKeys = useDayKeys(root, month, today, weekStart, onMonth);
  const longNames = weekdayNames(weekStart, language, 'long');
  return (
    <>
      <p id={hint} className="visually-hidden">
        {t('keys')}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons inside */}
      <table
        ref={root}
        className={styles.table}
        aria-label={formatDay(month, language, { month: 'long', year: 'numeric' })}
        onKeyDown={dayKeys.onKeyDown}
      >
        <thead>
          <tr>
            {weekdayNames(weekStart, language).map((name, index) => (
              <th key={name} scope="col" abbr={longNames[index]}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.totalHead}>
              {t('week')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(month, weekStart).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className={styles.day}>
                  <DayButton
                    day={day}
                    month={month}
                    today={today}
                    sessions={sessions.get(day)?.length ?? 0}
                    isTabStop={day === dayKeys.tabStop}
                    onFocus={dayKeys.onFocus}
                    describedBy={hint}
                    className={styles.add}
                  >
                    <span className={styles.plus}>
                      <Icon name="plus" size={16} />
                    </span>
                  </DayButton>
                  <div className={styles.chips}>
                    {sessions.get(day)?.map((session) => (
                      <SessionChip key={session.id} session={session} withAthlete={withAthlete} />
                    ))}
                  </div>
                </td>
              ))}
              <td className={styles.total}>
                <WeekTotal week={week} sessions={sessions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
