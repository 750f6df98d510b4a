import { describe, expect, it } from 'vitest';
import {
  ChangedElsewhereError,
  ResponseError,
  ServerFailedError,
  UnauthorizedError,
  errorOf,
} from './errors';

describe('errorOf', () => {
  it('takes the sentence of the wrapped form', () => {
    const error = errorOf(404, { detail: { error: 'NOT_FOUND', message: 'Athlete not found' } });
    expect([error.message, error.code, error.status]).toEqual(['Athlete not found', 'NOT_FOUND', 404]);
  });

  it('joins the problems of a 422 and keeps their places', () => {
    const error = errorOf(422, {
      detail: [
        { type: 'missing', loc: ['body', 'date'], msg: 'Field required' },
        { type: 'greater_than_equal', loc: ['body', 'duration'], msg: 'too small' },
      ],
    });
    expect(error.message).toBe('date: Field required; duration: too small');
    expect(error.problems).toHaveLength(2);
  });

  it('tells the kinds apart', () => {
    expect(errorOf(401, '')).toBeInstanceOf(UnauthorizedError);
    expect(errorOf(412, '')).toBeInstanceOf(ChangedElsewhereError);
    expect(errorOf(503, { detail: { message: 'disk full', requestId: 'r1' } })).toBeInstanceOf(
      ServerFailedError,
    );
    expect(errorOf(503, { detail: { message: 'disk full', requestId: 'r1' } }).requestId).toBe('r1');
    expect(errorOf(404, { detail: 'Not Found' })).toBeInstanceOf(ResponseError);
  });

  it('says the status when nothing else is known', () => {
    expect(errorOf(418, '').message).toBe('HTTP 418');
  });
});
