import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AthleteSummary } from '@/api/types';
import { useFormat } from '@/preferences/format';
import styles from './Roster.module.css';
import { Sparkline } from './Sparkline';

export function Roster({ athletes }: { athletes: readonly AthleteSummary[] }) {
  const { t } = useTranslation('athletes');
  return (
    <table className={styles.roster}>
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('lastSession')}</th>
          <th scope="col">{t('last7Days')}</th>
          <th scope="col">{t('trend')}</th>
          <th scope="col" className={styles.count}>
            {t('all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {athletes.map((athlete) => (
          <AthleteRow key={athlete.id} athlete={athlete} />
        ))}
      </tbody>
    </table>
  );
}

function AthleteRow({ athlete }: { athlete: AthleteSummary }) {
  const { t } = useTranslation('athletes');
  const format = useFormat();
  const { lastSession, last7Days, weeks } = athlete;
  const sessions = (count: number) => t('sessions', { count, shown: format.number(count) });
  const hours = weeks.map((week) =>
    week.totalDuration > 0 ? format.hours(week.totalDuration) : t('nothing'),
  );
  return (
    <tr className={styles.athlete}>
      <th scope="row" className={styles.name}>
        <Link href={`/athletes/${encodeURIComponent(athlete.id)}`}>{athlete.name}</Link>
      </th>
      <td className={styles.last}>
        {lastSession ? (
          <>
            {format.day(lastSession.date)}
            <small>
              {[
                lastSession.sport,
                format.hours(lastSession.duration),
                lastSession.distance > 0 ? format.shortDistance(lastSession.distance) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </>
        ) : (
          <small>{t('noSessions')}</small>
        )}
      </td>
      <td className={styles.week}>
        <span className={styles.label}>{t('last7Days')}</span>
        {format.hours(last7Days.totalDuration)}
        <small>
          {[
            sessions(last7Days.totalSessions),
            last7Days.totalDistance > 0 ? format.shortDistance(last7Days.totalDistance) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </td>
      <td className={styles.trend}>
        <Sparkline
          values={weeks.map((week) => week.totalDuration)}
          label={t('trendOf', { weeks: hours.join(', ') })}
        />
      </td>
      <td className={styles.count}>{format.number(athlete.totalSessions)}</td>
    </tr>
  );
}
