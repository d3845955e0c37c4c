import type { FastifyInstance } from 'fastify';
import type { Histogram, Registry } from 'prom-client';
import type { Connection } from '../database/connect.ts';

/** Prometheus metrics of this process at `/metrics`: requests by route, the pool, the outbox. */
export function serveMetrics(app: FastifyInstance, connection: Connection): void {
  let opened: Promise<Metrics> | undefined;
  const metrics = () => (opened ??= openMetrics(connection));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { seconds } = await metrics();
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (_request, reply) => {
    const { registry } = await metrics();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

interface Metrics {
  readonly registry: Registry;
  readonly seconds: Histogram;
}

/** Loaded after the first answer, so that nobody waits for it. */
async function openMetrics(connection: Connection): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'foyer_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  });
  registry.registerMetric(new Gauge({
    name: 'foyer_database_connections', help: 'Connections to the database', labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'idle' }, connection.pool.idleCount);
      this.set({ state: 'busy' }, connection.pool.totalCount - connection.pool.idleCount);
      this.set({ state: 'waiting' }, connection.pool.waitingCount);
    },
  }));
  return { registry, seconds };
}
