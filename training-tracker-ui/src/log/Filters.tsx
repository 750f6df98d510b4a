import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import type { SessionFilter } from '@/api/types';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { usePreferences } from '@/preferences/store';
import { useAthletes, useSports } from '@/sessions/queries';
import { today } from '@/training/days';
import { type Name, PRESETS, type Preset, presetOf, rangeOf } from './filter';
import styles from './Filters.module.css';

const TYPING_MS = 250;

type Change = Partial<Record<Name, string>>;

/** Writes the filter into the address bar; an empty text takes it out. */
function useChange(): (change: Change) => void {
  const [, setAddress] = useSearchParams();
  return useCallback(
    (change) =>
      setAddress(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setAddress],
  );
}

export function Filters({ filter }: { filter: SessionFilter }) {
  const { t } = useTranslation('log');
  const change = useChange();
  const [, setAddress] = useSearchParams();
  const [open, setOpen] = useState(false);
  const athletes = useAthletes().data ?? [];
  const used = (useSports(filter.athleteId).data ?? []).flatMap((each) => (each.sport ? [each.sport] : []));
  const sports = [...new Set([...used, ...(filter.sport ? [filter.sport] : [])])];
  const hidden = Object.keys(filter).filter((name) => name !== 'text').length;

  return (
    <search className={styles.filters} aria-label={t('filters.label')}>
      <TextFilter text={filter.text ?? ''} onChange={(text) => change({ text })} />
      <Button
        icon="filter"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls="log-filters"
        onClick={() => setOpen(!open)}
      >
        {hidden > 0 ? t('filters.active', { count: hidden }) : t('filters.show')}
      </Button>
      <div id="log-filters" className={[styles.more, open ? styles.open : ''].join(' ')}>
        {athletes.length > 1 ? (
          <select
            aria-label={t('filters.athlete')}
            value={filter.athleteId ?? ''}
            onChange={(event) => change({ athleteId: event.target.value })}
          >
            <option value="">{t('filters.allAthletes')}</option>
            {athletes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        <select
          aria-label={t('filters.sport')}
          value={filter.sport ?? ''}
          onChange={(event) => change({ sport: event.target.value })}
        >
          <option value="">{t('filters.allSports')}</option>
          {sports.map((sport) => (
            <option key={sport} value={sport}>
              {sport}
            </option>
          ))}
        </select>
        <TimeFilter filter={filter} change={change} />
        {Object.keys(filter).length > 0 ? (
          <Button kind="quiet" icon="close" onClick={() => setAddress({}, { replace: true })}>
            {t('filters.clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}

function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('log');
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  // The address changed by other means than typing here.
  if (text !== shown) {
    setShown(text);
    if (text !== typed.trim()) setTyped(text);
  }

  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== '/' || typing || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t('filters.search')}
        aria-keyshortcuts="/"
        placeholder={t('filters.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

function TimeFilter({ filter, change }: { filter: SessionFilter; change: (change: Change) => void }) {
  const { t } = useTranslation('log');
  const { weekStart } = usePreferences();
  const [custom, setCustom] = useState(false);
  const known = presetOf(filter, today(), weekStart);
  const choice = custom ? 'custom' : known;
  return (
    <>
      <select
        aria-label={t('filters.time')}
        value={choice}
        onChange={(event) => {
          const wanted = event.target.value;
          setCustom(wanted === 'custom');
          if (wanted === 'anyTime') change({ from: '', to: '' });
          else if (wanted !== 'custom') change(rangeOf(wanted as Preset, today(), weekStart));
        }}
      >
        <option value="anyTime">{t('filters.anyTime')}</option>
        {PRESETS.map((preset) => (
          <option key={preset} value={preset}>
            {t(`filters.${preset}`)}
          </option>
        ))}
        <option value="custom">{t('filters.custom')}</option>
      </select>
      {choice === 'custom' ? (
        <>
          <input
            type="date"
            aria-label={t('filters.from')}
            value={filter.startDate ?? ''}
            max={filter.endDate ?? '9999-12-31'}
            onChange={(event) => change({ from: event.target.value })}
          />
          <input
            type="date"
            aria-label={t('filters.to')}
            value={filter.endDate ?? ''}
            min={filter.startDate}
            max="9999-12-31"
            onChange={(event) => change({ to: event.target.value })}
          />
        </>
      ) : null}
    </>
  );
}
