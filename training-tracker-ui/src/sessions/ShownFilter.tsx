import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listAthletes } from '@/api/athletes';
import { keys } from '@/api/keys';
import { listSports } from '@/api/statistics';
import type { SessionFilter } from '@/api/types';
import type { DayRange } from '@/training/periods';
import { useAddress } from './useAddress';
import styles from './ShownFilter.module.css';

/** The athlete and sport in the address bar, and optionally a range of days, as the server's filter. */
export function shownFilter(address: URLSearchParams, range?: DayRange): SessionFilter {
  const athleteId = address.get('athleteId');
  const sport = address.get('sport');
  return {
    ...(athleteId ? { athleteId } : {}),
    ...(sport ? { sport } : {}),
    ...(range ? { startDate: range.start, endDate: range.end } : {}),
  };
}

/** Whose sessions, and of which sport, a page shows; kept in the address bar. */
export function ShownFilter({ withSport = true }: { withSport?: boolean }) {
  const { t } = useTranslation();
  const [address, change] = useAddress();
  const athleteId = address.get('athleteId') ?? '';
  const sport = address.get('sport') ?? '';
  const athletes = useQuery({ queryKey: keys.athletes, queryFn: ({ signal }) => listAthletes(signal) });
  const sports = useQuery({
    queryKey: keys.sports(athleteId || undefined),
    queryFn: ({ signal }) => listSports(athleteId || undefined, signal),
    enabled: withSport,
  });
  const names = (sports.data ?? []).flatMap((each) => (each.sport === null ? [] : [each.sport]));
  const shown = sport === '' || names.includes(sport) ? names : [sport, ...names];
  return (
    <div className={styles.filter}>
      <select
        aria-label={t('filters.athlete')}
        value={athleteId}
        onChange={(event) => change({ athleteId: event.target.value })}
      >
        <option value="">{t('filters.allAthletes')}</option>
        {athletes.data?.map((athlete) => (
          <option key={athlete.id} value={athlete.id}>
            {athlete.name}
          </option>
        ))}
      </select>
      {withSport ? (
        <select
          aria-label={t('filters.sport')}
          value={sport}
          onChange={(event) => change({ sport: event.target.value })}
        >
          <option value="">{t('filters.allSports')}</option>
          {shown.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}
