import { sql } from 'kysely';
import { newId } from '../../src/server/platform/work/new-id.ts';
import type { World } from './world.ts';

let count = 0;

/** A customer written straight into its table: for words that stand below customers. */
export async function aCustomer(world: World, locationId: string): Promise<{ id: string }> {
  count += 1;
  const id = newId('cus');
  await sql`insert into customers (id, name, email, home_location_id, created_at, changed_at)
    values (${id}, ${`Customer ${count}`}, ${`c${count}.${id}@example.test`}, ${locationId},
      now(), now())`.execute(
    world.shell.connection.db,
  );
  return { id };
}
