import '../../css/explain.css';
import '../../css/preview.css';
import { Button, icons, Segmented, useSpeech } from '../../../../kit/plain/index.ts';
import { useAddressValues } from '../../data/filters.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { NONE, type Side, widthIn, wishIn } from './wish.ts';

/** The real portal, once or twice side by side, as whoever is chosen sees it (PER-4). */
export function PreviewPage() {
  const { location, network } = useHere();
  const place = location ?? network;
  return place === undefined ? null : <AtPlace key={place.id} place={place} />;
}

function AtPlace({ place }: { place: LocationHere }) {
  const { phrase } = useSpeech();
  const [of, set] = useAddressValues();
  const width = widthIn(of);
  const second = wishIn(of, 'second');
  const pane = (side: Side) => {
    const wish = wishIn(of, side);
    return wish === null ? null
      : <PreviewPane key={side} side={side} wish={wish} place={place} width={width} onSet={set} />;
  };
  return (
    <Page
      title={phrase('admin-preview.title')}
      tight
      note={phrase('admin-preview.note')}
      acts={
        <>
          <Segmented label={phrase('admin-preview.width')} value={String(width) as '360' | '1280'}
            onChoose={(chosen) => set({ width: chosen === '360' ? undefined : chosen })}
            choices={[
              { value: '360', label: phrase('admin-preview.phone') },
              { value: '1280', label: phrase('admin-preview.desk') },
            ]} />
          <Button icon={second === null ? icons.plus : icons.minus}
            onClick={() => set({ as2: second === null ? undefined : NONE })}>
            {phrase(second === null ? 'admin-preview.two' : 'admin-preview.one')}
          </Button>
        </>
      }>
      <div className={second === null ? 'panes panes--one' : 'panes'}>
        {pane('first')}
        {pane('second')}
      </div>
    </Page>
  );
}
