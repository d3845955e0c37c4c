import { type Logger, pino } from 'pino';

/** Structured lines without personal data: no bodies, no addresses of people, no query strings. */
export function startLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['req.headers', 'req.query', 'req.remoteAddress'], remove: true },
    serializers: {
      req: (request: { method?: string; url?: string; id?: string }) =>
        ({ id: request.id, method: request.method, path: request.url?.split('?')[0] }),
    },
  });
}
