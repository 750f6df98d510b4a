import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { listAllSessions } from '@/api/sessions';
import { PageHeader } from '@/components/PageHeader';
import { RetryMessage } from '@/components/RetryMessage';
import { useNarrow } from '@/components/useNarrow';
import { usePreferences } from '@/preferences/store';
import { NoSessions } from '@/sessions/NoSessions';
import { useAthletes } from '@/sessions/queries';
import { shownFilter } from '@/sessions/ShownFilter';
import { useAddress } from '@/sessions/useAddress';
import { useToday } from '@/sessions/useToday';
import { formatDay, startOfMonth, type Day } from '@/training/days';
import styles from './CalendarPage.module.css';
import { addressOfMonth, monthOfAddress, sessionsByDay, shownRange } from './month';
import { MonthAgenda } from './MonthAgenda';
import { MonthTable } from './MonthTable';
import { MonthToolbar } from './MonthToolbar';

export default function CalendarPage() {
  const { t } = useTranslation(['calendar', 'training']);
  const { weekStart, language } = usePreferences();
  const today = useToday();
  const isStoreEmpty = useAthletes().data?.length === 0;
  const narrow = useNarrow();
  const [address, change] = useAddress();
  const month = monthOfAddress(address.get('month'), today);
  const filter = shownFilter(address, shownRange(month, weekStart));
  const sessions = useQuery({
    queryKey: keys.allSessions(filter),
    queryFn: ({ signal }) => listAllSessions(filter, signal),
  });
  const showMonth = useCallback(
    (wanted: Day) => change({ month: addressOfMonth(startOfMonth(wanted), today) }),
    [change, today],
  );
  const found = sessions.data ?? [];
  const inMonth = found.filter(({ date }) => startOfMonth(date) === month);
  const view = {
    month,
    today,
    sessions: sessionsByDay(found),
    withAthlete: filter.athleteId === undefined && new Set(found.map((each) => each.athlete_id)).size > 1,
    onMonth: showMonth,
  };

  if (isStoreEmpty) {
    return (
      <>
        <PageHeader title={t('title')} />
        <NoSessions />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <MonthToolbar
        month={month}
        today={today}
        sessions={sessions.data ? inMonth : null}
        onMonth={showMonth}
      />
      {sessions.isError && !sessions.data ? (
        <RetryMessage
          what={t('training:what.sessions')}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      ) : (
        <div aria-busy={sessions.isPending}>
          {narrow ? <MonthAgenda {...view} /> : <MonthTable {...view} />}
          {sessions.data?.length === 0 ? (
            <p className={styles.nothing}>
              {t('nothing', { month: formatDay(month, language, { month: 'long', year: 'numeric' }) })}
            </p>
          ) : null}
        </div>
      )}
    </>
  );
}
