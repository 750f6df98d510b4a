import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { usePreferences } from '@/preferences/store';
import { PeriodSummary } from '@/sessions/PeriodSummary';
import { ShownFilter } from '@/sessions/ShownFilter';
import { formatDay, startOfMonth, type Day } from '@/training/days';
import { totalsOfSessions } from '@/training/measures';
import styles from './CalendarPage.module.css';
import { shiftMonth } from './month';

type Props = {
  month: Day;
  today: Day;
  /** Those of the month, or null while they are being loaded. */
  sessions: readonly Session[] | null;
  onMonth: (month: Day) => void;
};

/** The month's name and sums, and the way to the months beside it. */
export function MonthToolbar({ month, today, sessions, onMonth }: Props) {
  const { t } = useTranslation('calendar');
  const { language } = usePreferences();
  return (
    <div className={styles.toolbar}>
      <div className={styles.moves}>
        <Button icon="left" iconOnly={t('previous')} onClick={() => onMonth(shiftMonth(month, -1))} />
        <Button icon="right" iconOnly={t('next')} onClick={() => onMonth(shiftMonth(month, 1))} />
        <Button disabled={month === startOfMonth(today)} onClick={() => onMonth(today)}>
          {t('today')}
        </Button>
      </div>
      <h2 className={styles.month} aria-live="polite">
        {formatDay(month, language, { month: 'long', year: 'numeric' })}
      </h2>
      {sessions ? <PeriodSummary totals={totalsOfSessions(sessions)} /> : null}
      <div className={styles.filter}>
        <ShownFilter />
      </div>
    </div>
  );
}
