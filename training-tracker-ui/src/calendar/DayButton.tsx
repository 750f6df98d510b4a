import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { useEntry } from '@/sessions/entry';
import { formatDay, startOfMonth, type Day } from '@/training/days';
import styles from './CalendarPage.module.css';

type Props = {
  day: Day;
  month: Day;
  today: Day;
  sessions: number;
  isTabStop: boolean;
  onFocus: (day: Day) => void;
  /** Said in a tooltip-free place once per calendar. */
  describedBy: string;
  className: string | undefined;
  children?: React.ReactNode;
};

/** The number of a day; adds a session on it. */
export function DayButton({
  day,
  month,
  today,
  sessions,
  isTabStop,
  onFocus,
  describedBy,
  className,
  children,
}: Props) {
  const { t } = useTranslation('calendar');
  const { language } = usePreferences();
  const { openNew } = useEntry();
  const name = formatDay(day, language, { dateStyle: 'full' });
  const classes = [
    className,
    startOfMonth(day) === month ? '' : styles.outside,
    day === today ? styles.today : '',
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-day={day}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={sessions === 0 ? t('addOn', { day: name }) : t('addOnWith', { day: name, count: sessions })}
      aria-current={day === today ? 'date' : undefined}
      aria-describedby={describedBy}
      onFocus={() => onFocus(day)}
      onClick={() => openNew({ date: day })}
    >
      <span className={styles.number}>{formatDay(day, language, { day: 'numeric' }).replace(/\D/g, '')}</span>
      {children}
    </button>
  );
}
