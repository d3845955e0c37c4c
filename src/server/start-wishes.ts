import { WrongSetting } from './platform/process-settings.ts';

/** What was asked for on the command line. */
export interface Wishes {
  /** Fill an empty database with the demo network, its people and a year of history. */
  readonly demo: boolean;
  /** Fill an empty database with a network's places and plans, without people. */
  readonly setUp: string | null;
}

/** Throws {@link WrongSetting} at an argument that means nothing. */
export function readWishes(args: readonly string[]): Wishes {
  let demo = false;
  let setUp: string | null = null;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '--demo') demo = true;
    else if (arg === '--set-up') setUp = args[(i += 1)] ?? '';
    else throw new WrongSetting(`Foyer does not know ${arg}. There are --demo and --set-up harbour.`);
  }
  if (setUp !== null && setUp !== 'harbour')
    throw new WrongSetting('There is one network to set up: --set-up harbour.');
  return { demo, setUp };
}
