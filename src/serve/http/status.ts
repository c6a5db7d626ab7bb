import { type ApiError, detailsOf } from '../../kubernetes/refusals';

/** A refusal as clients read it: `kind: Status`. */
export const statusOf = ({ status }: ApiError): object => {
  const { code, reason, message } = status;
  const details = detailsOf(status);
  const { continue: token } = status;
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: token ? { continue: token } : {},
    status: 'Failure',
    message,
    ...(reason ? { reason } : {}),
    ...(details ? { details } : {}),
    code,
  };
};
