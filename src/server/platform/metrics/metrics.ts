import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Histogram, Registry } from 'prom-client';
import type { Connection } from '../database/connect.ts';

/**
 * Prometheus metrics of this process at `/metrics`: requests by route, the pool. Only for who asks this
 * process itself, from this machine or its private network: others, and who comes through a proxy, hear 404.
 */
export function serveMetrics(app: FastifyInstance, connection: Connection): void {
  let opened: Promise<Metrics> | undefined;
  const metrics = () => (opened ??= openMetrics(connection));
  app.addHook('onResponse', async (request, reply) => {
    const { seconds } = await metrics();
    seconds.observe(labelsOf(request, reply), reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!isNear(request)) return reply.callNotFound();
    const { registry } = await metrics();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/**
 * As many as there are routes, whatever is asked: a route is its pattern, all that nothing answers to is one,
 * and a status its class.
 */
function labelsOf({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply) {
  const status = `${Math.floor(statusCode / 100)}xx`;
  const { url } = routeOptions;
  if (url === undefined) return { method: 'any', route: 'unknown', status };
  return { method, route: url.replace(/\(\^.*?\$\)/, ''), status };
}

/** By who holds the other end of the line: headers can say anything, but a proxy does add them. */
const isNear = ({ headers, socket }: FastifyRequest): boolean =>
  headers.forwarded === undefined && headers['x-forwarded-for'] === undefined
  && nearby.check(...familyOf(socket.remoteAddress ?? ''));

const familyOf = (address: string): [string, 'ipv4' | 'ipv6'] =>
  (address.startsWith('::ffff:') ? [address.slice(7), 'ipv4']
    : [address, address.includes(':') ? 'ipv6' : 'ipv4']);

const nearby = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16],
] as const) nearby.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const)
  nearby.addSubnet(net, bits, 'ipv6');

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
    help: 'How long requests took, by route and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2],
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
