import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { usePreferences } from '@/preferences/store';
import { NEW, type FormValues } from './formValues';
import { useAthletes } from './queries';
import styles from './SessionForm.module.css';
import { SportField } from './SportField';

const RPE = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

type Props = { form: UseFormReturn<FormValues>; editing: boolean };

/** The controls, in the order in which a session is typed: whose, how long, how far, then what is mostly right already. */
export function SessionFields({ form, editing }: Props) {
  const { t } = useTranslation('sessions');
  const { units } = usePreferences();
  const {
    register,
    control,
    formState: { errors },
  } = form;
  const athletes = useAthletes().data ?? [];
  const athleteId = useWatch({ control, name: 'athleteId' });
  const rpe = useWatch({ control, name: 'rpe' });
  const unit = units === 'miles' ? 'mi' : 'km';
  const first = athletes.length === 0;

  return (
    <div className={styles.fields}>
      {first ? null : (
        <Field label={t('athlete')} error={errors.athleteId?.message} className={styles.whole}>
          {(wiring) => (
            <select {...wiring} {...register('athleteId')}>
              {athletes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {editing ? null : <option value={NEW}>{t('newAthlete')}</option>}
            </select>
          )}
        </Field>
      )}
      {athleteId === NEW ? (
        <Field
          label={first ? t('athleteNameFirst') : t('athleteName')}
          error={errors.athleteName?.message}
          className={styles.whole}
        >
          {(wiring) => <input {...wiring} autoComplete="name" {...register('athleteName')} />}
        </Field>
      ) : null}
      <Field label={t('duration')} hint={t('durationHint')} error={errors.duration?.message}>
        {(wiring) => <input {...wiring} autoComplete="off" {...register('duration')} />}
      </Field>
      <Field label={t('distance', { unit })} hint={t('optional')} error={errors.distance?.message}>
        {(wiring) => <input {...wiring} inputMode="decimal" autoComplete="off" {...register('distance')} />}
      </Field>
      <SportField form={form} />
      <Field label={t('date')} error={errors.date?.message}>
        {(wiring) => <input {...wiring} type="date" max="9999-12-31" {...register('date')} />}
      </Field>
      <Field label={t('rpe')}>
        {(wiring) => (
          <select {...wiring} {...register('rpe')}>
            <option value="">{t('rpeNone')}</option>
            {rpe === '' || (RPE as readonly string[]).includes(rpe) ? null : (
              <option value={rpe}>{rpe}</option>
            )}
            {RPE.map((value) => (
              <option key={value} value={value}>
                {t(`rpeOf.${value}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className={styles.option}>
        <input type="checkbox" {...register('excluded')} />
        <span>{t('excluded')}</span>
      </label>
      <Field label={t('notes')} error={errors.notes?.message} className={styles.whole}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            {...register('notes')}
            onKeyDown={(event) => {
              // Enter saves everywhere but here, where it starts a line; with Ctrl or Cmd it saves here too.
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
    </div>
  );
}
