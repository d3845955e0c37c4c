import type { FastifyInstance } from 'fastify';
import { migrations } from '../database/migrate.ts';
import type { Shell } from '../work/shell.ts';

/** `/healthz`: the process lives. `/readyz`: it can work: database, migrations, jobs. */
export function serveHealth(app: FastifyInstance, shell: Shell): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = { database: false, migrations: false, jobs: false };
    try {
      const { rows } = await shell.connection.pool.query<{ version: number; jobs: boolean }>(`
        select (select max(version) from migrations) as version,
          to_regnamespace('graphile_worker') is not null as jobs`);
      checks.database = true;
      checks.migrations = rows[0]?.version === (await migrations()).at(-1)?.version;
      checks.jobs = rows[0]?.jobs === true;
    } catch { /* the checks say it */ }
    const ready = Object.values(checks).every(Boolean);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'notReady', checks });
  });
}
