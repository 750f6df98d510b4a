import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { SessionChip } from '@/sessions/SessionChip';
import { formatDay } from '@/training/days';
import { formatRange } from '@/training/periods';
import { weekdayNames, weeksOfMonth } from '@/training/weeks';
import styles from './CalendarPage.module.css';
import { DayButton } from './DayButton';
import type { MonthView } from './MonthTable';
import { useDayKeys } from './useDayKeys';
import { WeekTotal } from './WeekTotal';

const DOTS_MAX = 3;

/** A month for a phone: its days small, and below them the weeks that have sessions. */
export function MonthAgenda({ month, today, sessions, withAthlete, onMonth }: MonthView) {
  const { t } = useTranslation('calendar');
  const { weekStart, language } = usePreferences();
  const root = useRef<HTMLDivElement>(null);
  const hint = useId();
  const dayKeys = useDayKeys(root, month, today, weekStart, onMonth);
  const weeks = weeksOfMonth(month, weekStart);
  const longNames = weekdayNames(weekStart, language, 'long');
  return (
    <>
      <p id={hint} className="visually-hidden">
        {t('keys')}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the buttons inside */}
      <div ref={root} className={styles.small} onKeyDown={dayKeys.onKeyDown}>
        {weekdayNames(weekStart, language, 'narrow').map((name, index) => (
          <abbr key={longNames[index]} title={longNames[index]} className={styles.smallHead}>
            {name}
          </abbr>
        ))}
        {weeks.flat().map((day) => (
          <DayButton
            key={day}
            day={day}
            month={month}
            today={today}
            sessions={sessions.get(day)?.length ?? 0}
            isTabStop={day === dayKeys.tabStop}
            onFocus={dayKeys.onFocus}
            describedBy={hint}
            className={styles.smallDay}
          >
            <span className={styles.dots}>
              {sessions
                .get(day)
                ?.slice(0, DOTS_MAX)
                .map((session) => (
                  <i key={session.id} />
                ))}
            </span>
          </DayButton>
        ))}
      </div>
      {weeks
        .filter((week) => week.some((day) => sessions.has(day)))
        .map((week) => (
          <section key={week[0]} className={styles.agendaWeek}>
            <header>
              <h3>{formatRange(week[0] ?? month, week[6] ?? month, language)}</h3>
              <p className={styles.agendaTotal}>
                <WeekTotal week={week} sessions={sessions} />
              </p>
            </header>
            {week
              .filter((day) => sessions.has(day))
              .map((day) => (
                <div key={day} className={styles.agendaDay}>
                  <h4>{formatDay(day, language, { weekday: 'short', day: 'numeric', month: 'short' })}</h4>
                  {sessions.get(day)?.map((session) => (
                    <SessionChip key={session.id} session={session} withAthlete={withAthlete} wide />
                  ))}
                </div>
              ))}
          </section>
        ))}
    </>
  );
}
