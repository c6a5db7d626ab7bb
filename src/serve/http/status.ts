import type { ApiError } from '../../kubernetes/refusals';

/** A refusal as clients read it: `kind: Status`. */
export const statusOf = ({ status }: ApiError): object => {
  const { code, reason, message, causes, retryAfterSeconds } = status;
  const details = {
    ...status.details,
    ...(causes ? { causes } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  };
  const hasDetails = status.details !== undefined || Object.keys(details).length > 0;
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: status.continue ? { continue: status.continue } : {},
    status: 'Failure',
    message,
    ...(reason ? { reason } : {}),
    ...(hasDetails ? { details } : {}),
    code,
  };
};
