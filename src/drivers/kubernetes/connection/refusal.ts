import { ApiError, type FieldCause, type Status, type StatusDetails } from '../../../kubernetes/refusals';

/** A refusal, and what was said besides. */
export class Refused extends ApiError {
  /** The texts of Warning headers, in their order. */
  readonly warnings: readonly string[];

  constructor(status: Status, warnings: readonly string[]) {
    super(status);
    this.warnings = warnings;
  }
}

/** A Status as a server writes it. */
interface WrittenStatus {
  readonly kind?: string;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly metadata?: { readonly continue?: string };
  readonly details?: StatusDetails & {
    readonly causes?: readonly Partial<FieldCause>[];
    readonly retryAfterSeconds?: number;
  };
}

const isStatus = (body: unknown): body is WrittenStatus =>
  typeof body === 'object' && body !== null && (body as WrittenStatus).kind === 'Status';

/** What codes mean, where nothing is said besides. @see k8s.io/apimachinery/pkg/api/errors NewGenericServerResponse */
const REASONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  410: 'Expired',
  413: 'RequestEntityTooLarge',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** So much of an answer that is no Status is shown. */
const SHOWN = 200;

const excerpt = (body: unknown): string => {
  const text = typeof body === 'string' ? body.trim() : JSON.stringify(body ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const causeOf = ({ reason = '', message = '', field = '' }: Partial<FieldCause>): FieldCause => ({
  reason,
  message,
  field,
});

const statusOf = (written: WrittenStatus, code: number): Status => {
  const { details } = written;
  const { causes, retryAfterSeconds, ...about } = details ?? {};
  const next = written.metadata?.continue;
  return {
    code: written.code ?? code,
    reason: written.reason ?? '',
    message: written.message ?? '',
    ...(details ? { details: about } : {}),
    ...(causes ? { causes: causes.map(causeOf) } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    ...(next ? { continue: next } : {}),
  };
};

/**
 * The refusal that an answer says, word for word; or what its code means, if it was not the API server that wrote it.
 * @param body the JSON, parsed, or a text
 */
export const refusalIn = (code: number, body: unknown, warnings: readonly string[] = []): Refused =>
  new Refused(
    isStatus(body)
      ? statusOf(body, code)
      : { code, reason: REASONS[code] ?? '', message: `the server answers ${code}: ${excerpt(body)}` },
    warnings,
  );

/** The evictions that a disruption budget does not allow are no sign of a server that has too much to do. */
export const isOfBudget = ({ status }: ApiError): boolean =>
  status.causes?.some(({ reason }) => reason === 'DisruptionBudget') ?? false;
