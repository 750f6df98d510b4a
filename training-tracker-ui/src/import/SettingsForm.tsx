import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Athlete } from '@/api/types';
import { Field } from '@/components/Field';
import { DATE_ORDERS, DECIMAL_MARKS, DISTANCE_UNITS, type ImportSettings, type Whose } from './importOptions';
import styles from './ImportPage.module.css';

interface Props {
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
  athletes: readonly Athlete[];
  athleteNeeded: boolean;
}

function whoseOf(value: string): Whose {
  if (value === 'file') return { kind: 'file' };
  if (value === 'new') return { kind: 'new', name: '' };
  return { kind: 'athlete', id: value.slice('athlete:'.length) };
}

export function SettingsForm({ settings, onChange, athletes, athleteNeeded }: Props) {
  const { t } = useTranslation('import');
  const { whose } = settings;
  const zones = useMemo(
    () => [...new Set([settings.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort(),
    [settings.timeZone],
  );
  return (
    <>
      <div className={styles.fields}>
        <Field label={t('athlete')} error={athleteNeeded ? t('athleteNeeded') : undefined}>
          {(wiring) => (
            <select
              {...wiring}
              value={whose.kind === 'athlete' ? `athlete:${whose.id}` : whose.kind}
              onChange={(event) => onChange({ ...settings, whose: whoseOf(event.target.value) })}
            >
              <option value="file">{t('athleteFile')}</option>
              {athletes.map((athlete) => (
                <option key={athlete.id} value={`athlete:${athlete.id}`}>
                  {athlete.name}
                </option>
              ))}
              <option value="new">{t('athleteNew')}</option>
            </select>
          )}
        </Field>
        {whose.kind === 'new' ? (
          <NewName
            name={whose.name}
            onName={(name) => onChange({ ...settings, whose: { kind: 'new', name } })}
          />
        ) : null}
      </div>
      <details className={styles.details}>
        <summary>{t('settings')}</summary>
        <div className={styles.fields}>
          <Field label={t('timeZone')} hint={t('timeZoneHint')}>
            {(wiring) => (
              <select
                {...wiring}
                value={settings.timeZone}
                onChange={(event) => onChange({ ...settings, timeZone: event.target.value })}
              >
                {zones.map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </select>
            )}
          </Field>
          <Choice
            label={t('dateOrder')}
            value={settings.dateOrder}
            options={DATE_ORDERS.map((value) => [value, t(`dateOrders.${value}`)])}
            onChange={(dateOrder) => onChange({ ...settings, dateOrder })}
          />
          <Choice
            label={t('decimalMark')}
            value={settings.decimalMark}
            options={DECIMAL_MARKS.map((value) => [value, t(`decimalMarks.${value}`)])}
            onChange={(decimalMark) => onChange({ ...settings, decimalMark })}
          />
          <Choice
            label={t('distanceUnit')}
            value={settings.distanceUnit}
            options={DISTANCE_UNITS.map((value) => [value, t(`distanceUnits.${value}`)])}
            onChange={(distanceUnit) => onChange({ ...settings, distanceUnit })}
          />
        </div>
      </details>
    </>
  );
}

/** Told when the field is left or Enter is pressed: each name that is told is a preview of the whole file. */
function NewName({ name, onName }: { name: string; onName: (name: string) => void }) {
  const { t } = useTranslation('import');
  return (
    <Field label={t('athleteName')}>
      {(wiring) => (
        <input
          {...wiring}
          defaultValue={name}
          maxLength={200}
          autoComplete="off"
          onBlur={(event) => onName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onName(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
