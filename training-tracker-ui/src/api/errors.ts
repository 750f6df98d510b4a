/** A field of a request body or query that the server refused (a row of a 422's detail). */
export type FieldProblem = { loc: (string | number)[]; msg: string; type: string };

/** Any failed request. message is a sentence for the user, in the server's words where it said something. */
export class ApiError extends Error {
  override name = 'ApiError';
}

/** The server cannot be reached: not started, no network, or the answer broke off. */
export class ServerAwayError extends ApiError {
  override name = 'ServerAwayError';
}

/** An answer that is not a success. code is the server's `error` (NOT_FOUND …), or empty. */
export class ResponseError extends ApiError {
  override name = 'ResponseError';
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly detail: unknown,
    readonly problems: FieldProblem[] = [],
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

/** 401: the server wants a token, or the one it got is not valid. */
export class UnauthorizedError extends ResponseError {
  override name = 'UnauthorizedError';
}

/** 5xx: the server's fault; trying again may help. */
export class ServerFailedError extends ResponseError {
  override name = 'ServerFailedError';
}

/** 412: what was to be changed has been changed elsewhere meanwhile. */
export class ChangedElsewhereError extends ResponseError {
  override name = 'ChangedElsewhereError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The error for an answer's status and its (parsed, or text, or absent) body. */
export function errorOf(status: number, body: unknown): ResponseError {
  const detail = isObject(body) && 'detail' in body ? body.detail : body;
  const problems = Array.isArray(detail) ? (detail as FieldProblem[]) : [];
  const code = isObject(detail) ? textOf(detail.error) : '';
  const requestId = isObject(detail) ? textOf(detail.requestId) || null : null;
  const message =
    problems.map((problem) => `${problem.loc.slice(1).join('.')}: ${problem.msg}`).join('; ') ||
    (isObject(detail) ? textOf(detail.message) : textOf(detail)) ||
    `HTTP ${String(status)}`;
  const kind =
    status === 401
      ? UnauthorizedError
      : status === 412
        ? ChangedElsewhereError
        : status >= 500
          ? ServerFailedError
          : ResponseError;
  return new kind(message, status, code, detail, problems, requestId);
}
