import { addDays } from '../../../domain/kernel/day.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { wallTime, type Zone } from '../../../domain/kernel/zone.ts';
import { giveSeat } from '../../contracts/seats/give-seat.ts';
import { inviteToTeam } from '../../teams/invitations.ts';
import { joinTeam } from '../../teams/members.ts';
import { createTeam } from '../../teams/save-team.ts';
import { giveContractToTeam } from '../demo-store.ts';
import { at, writeAt } from '../past.ts';
import { novaPeople } from '../people.ts';
import type { Inhabitant } from '../populate.ts';
import type { Town } from '../year.ts';

/** A company's people: Mira runs the team, four have a seat on its contract, one waits, one is invited. */
export async function foundTeams(town: Town): Promise<void> {
  const { shell, today, now } = town;
  const [nova, mira] = [who(town, 'Nova GmbH'), who(town, 'Mira Kovač')];
  const contractId = nova.contractIds.get('Office Team 6');
  if (contractId === undefined) throw new RangeError('Nova GmbH has no contract');
  const locationId = nova.place.id;
  const onDay = (days: number) => wallTime(addDays(today, -days), 600, nova.place.place.timeZone as Zone);
  const teamId = await at(shell, onDay(380), async (work) => {
    const id = await createTeam(work, {
      name: 'Nova', locationId, payingCustomerId: nova.id, billing: 'merged', sizeMax: 10, managerId: mira.id,
      profile: { about: 'Makers of star charts.', website: 'https://nova.example' }, membersMayInvite: false,
    });
    await giveContractToTeam(work.tx, { contractId, teamId: id, seats: 6 });
    return id;
  });
  for (const [index, { name, joinedDaysAgo }] of novaPeople.entries()) {
    const { id: customerId } = who(town, name);
    await at(shell, onDay(joinedDaysAgo), async (work) => {
      await joinTeam(work, { teamId, customerId, role: 'member', locationId });
      if (index < 4) await giveSeat(work, contractId, { customerId });
    });
  }
  await writeAt(shell, addMinutes(now, -26 * 60), (work) =>
    inviteToTeam(work, teamId, { email: 'ruben@nova.example', name: 'Ruben Vos', role: 'member' }));
}

function who({ people }: Town, name: string): Inhabitant {
  const found = people.get(name);
  if (found === undefined) throw new RangeError(`there is no ${name}`);
  return found;
}
